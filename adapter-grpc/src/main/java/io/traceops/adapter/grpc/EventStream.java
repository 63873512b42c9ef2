package io.traceops.adapter.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One client's stream of chunks. Each chunk is stored, then answered, then the next one is taken.
 *
 * <p>Nothing here grows with the stream. The client sends what it was asked for, see {@link ChunkWindow}; while it leaves
 * our answers unread it is asked for nothing, so that no more of them pile up than were in flight.
 *
 * <p>gRPC calls this from one thread at a time, but a stopping server calls from another: hence the lock.
 */
final class EventStream implements StreamObserver<StreamEventsRequest>, OpenStreams.Stoppable {
    private final CaptureEvents captureEvents;
    private final int chunkEventsMax;
    private final OpenStreams openStreams;
    private final ServerCallStreamObserver<StreamEventsResponse> client;
    private final ReentrantLock lock = new ReentrantLock();
    private final ChunkWindow window;
    private boolean ended;

    private EventStream(
            CaptureEvents captureEvents,
            GrpcSettings settings,
            OpenStreams openStreams,
            ServerCallStreamObserver<StreamEventsResponse> client) {
        this.captureEvents = captureEvents;
        this.chunkEventsMax = settings.batchMax();
        this.openStreams = openStreams;
        this.client = client;
        this.window = new ChunkWindow(
                settings.chunksInFlightMax(), settings.streamBytesInFlightMax(), settings.messageBytesMax());
    }

    static EventStream open(
            CaptureEvents captureEvents,
            GrpcSettings settings,
            OpenStreams openStreams,
            ServerCallStreamObserver<StreamEventsResponse> client) {
        EventStream stream = new EventStream(captureEvents, settings, openStreams, client);
        client.disableAutoRequest();
        client.setOnReadyHandler(stream::refill);
        client.setOnCancelHandler(stream::leave);
        client.setOnCloseHandler(stream::leave);
        openStreams.add(stream);
        // Whether the client is ready to read shows only later, and there are no answers yet that it could leave
        // unread.
        client.request(stream.window.refill());
        return stream;
    }

    @Override
    public void onNext(StreamEventsRequest chunk) {
        lock.lock();
        try {
            if (ended || Answers.isCancelled()) {
                return;
            }
            if (chunk.getEventsCount() > chunkEventsMax) {
                ended = true;
                client.onError(Problems.invalid(
                        "events", "has " + chunk.getEventsCount() + " events, allowed 0 to " + chunkEventsMax));
                return;
            }
            client.onNext(ChunkAnswers.of(
                    chunk.getSequence(), captureEvents.captureEach(EventMessages.drafts(chunk.getEventsList()))));
            window.answered(chunk.getSerializedSize());
            refill();
        } finally {
            lock.unlock();
        }
    }

    /** The client has sent its last chunk, and all are answered. */
    @Override
    public void onCompleted() {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                client.onCompleted();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The client is gone: so are the chunks that it has no answer to. */
    @Override
    public void onError(Throwable cause) {
        leave();
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                client.onError(Problems.stopping());
            }
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        lock.lock();
        try {
            if (!ended && client.isReady()) {
                int chunks = window.refill();
                if (chunks > 0) {
                    client.request(chunks);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        openStreams.remove(this);
        lock.lock();
        try {
            ended = true;
        } finally {
            lock.unlock();
        }
    }
}
