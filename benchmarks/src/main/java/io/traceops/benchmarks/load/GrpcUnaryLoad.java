package io.traceops.benchmarks.load;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Many clients on one connection, each of which makes a call, waits for its answer and makes the next one.
 *
 * @param requests the requests as bytes, sent in turn
 */
record GrpcUnaryLoad<R>(int port, int clients, MethodDescriptor<byte[], R> method, List<byte[]> requests)
        implements Load {
    @Override
    public Outcome run(Duration time) throws InterruptedException {
        try (GrpcChannel channel = GrpcChannel.open(port)) {
            Run run = new Run(channel.channel(), System.nanoTime() + time.toNanos());
            long startNanos = System.nanoTime();
            for (int i = 0; i < clients; i++) {
                run.next();
            }
            run.ended.await();
            if (run.failure.isPresent()) {
                throw new IllegalStateException("a call failed", run.failure.get());
            }
            return new Outcome(run.answered.get(), System.nanoTime() - startNanos, run.latencies);
        }
    }

    private final class Run {
        private final ManagedChannel channel;
        private final long deadlineNanos;
        private final CountDownLatch ended = new CountDownLatch(clients);
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private volatile Optional<Throwable> failure = Optional.empty();
        private final Histogram latencies = new SynchronizedHistogram(Outcome.noLatencies());

        Run(ManagedChannel channel, long deadlineNanos) {
            this.channel = channel;
            this.deadlineNanos = deadlineNanos;
        }

        /** Makes a client's next call, or ends the client. */
        void next() {
            long sentNanos = System.nanoTime();
            if (sentNanos >= deadlineNanos) {
                ended.countDown();
                return;
            }
            byte[] request = requests.get((int) (sent.getAndIncrement() % requests.size()));
            ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), request, new StreamObserver<R>() {
                @Override
                public void onNext(R answer) {
                    latencies.recordValue((System.nanoTime() - sentNanos) / 1_000);
                    answered.incrementAndGet();
                }

                @Override
                public void onError(Throwable why) {
                    failure = Optional.of(why);
                    ended.countDown();
                }

                @Override
                public void onCompleted() {
                    next();
                }
            });
        }
    }
}
