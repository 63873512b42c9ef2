package io.traceops.benchmarks.load;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.traceops.v1.Event;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Streams of chunks, each on a connection of its own, with a bounded number of chunks unanswered. The latency is that of a
 * chunk.
 *
 * @param chunks the chunks as bytes but for their sequence, sent over and over
 */
record GrpcStreamLoad(int port, int streams, int chunksInFlight, List<Chunk> chunks) implements Load {
    /** The events of a chunk, written. */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(byte[] message, int events) {}

    static GrpcStreamLoad of(int port, int streams, List<Event> events, int chunkEvents) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from + chunkEvents <= events.size(); from += chunkEvents) {
            StreamEventsRequest request = StreamEventsRequest.newBuilder()
                    .addAllEvents(events.subList(from, from + chunkEvents))
                    .build();
            chunks.add(new Chunk(request.toByteArray(), chunkEvents));
        }
        return new GrpcStreamLoad(port, streams, 8, chunks);
    }

    @Override
    public Outcome run(Duration time) throws InterruptedException {
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + time.toNanos();
        List<Stream> running = new ArrayList<>();
        long events = 0;
        Histogram latencies = Outcome.noLatencies();
        for (int i = 0; i < streams; i++) {
            running.add(new Stream(GrpcChannel.open(port), i * chunks.size() / streams, deadlineNanos));
        }
        running.forEach(Stream::start);
        for (Stream stream : running) {
            events += stream.await();
            latencies.add(stream.latencies);
        }
        long nanos = System.nanoTime() - startNanos;
        running.forEach(stream -> stream.channel.close());
        return new Outcome(events, nanos, latencies);
    }

    /** gRPC calls it from one thread, which is not the one that starts and awaits it. */
    private final class Stream extends ClientCall.Listener<StreamEventsResponse> {
        private final GrpcChannel channel;
        private final ClientCall<byte[], StreamEventsResponse> call;
        private final long deadlineNanos;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Histogram latencies = Outcome.noLatencies();
        private final long[] sentNanos = new long[chunksInFlight];
        private final long first;
        private long sent;
        private long answered;
        private long events;
        private volatile @Nullable String failure;

        Stream(GrpcChannel channel, long first, long deadlineNanos) {
            this.channel = channel;
            this.call = channel.channel()
                    .newCall(RawBytes.of(EventServiceGrpc.getStreamEventsMethod()), CallOptions.DEFAULT);
            this.first = first;
            this.deadlineNanos = deadlineNanos;
        }

        synchronized void start() {
            call.start(this, new Metadata());
            call.request(chunksInFlight);
            for (int i = 0; i < chunksInFlight; i++) {
                send();
            }
        }

        long await() throws InterruptedException {
            ended.await();
            if (failure != null) {
                throw new IllegalStateException("a stream failed: " + failure);
            }
            synchronized (this) {
                return events;
            }
        }

        @Override
        public synchronized void onMessage(StreamEventsResponse answer) {
            latencies.recordValue((System.nanoTime() - sentNanos[(int) (answered % chunksInFlight)]) / 1_000);
            answered++;
            if (answer.getRejected() > 0) {
                failure = "rejected: " + answer;
            }
            events += answer.getAccepted() + answer.getDuplicates();
            call.request(1);
            if (System.nanoTime() < deadlineNanos) {
                send();
            } else if (answered == sent) {
                call.halfClose();
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!status.isOk()) {
                failure = status.toString();
            }
            ended.countDown();
        }

        private void send() {
            sentNanos[(int) (sent % chunksInFlight)] = System.nanoTime();
            Chunk chunk = chunks.get((int) ((first + sent) % chunks.size()));
            sent++;
            call.sendMessage(chunk.message());
        }
    }
}
