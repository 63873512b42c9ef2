package io.traceops.http.body;

import io.micronaut.http.body.ByteBody;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A body that is still arriving. One thread takes it piece by piece and may wait for the next one, so it is a virtual
 * thread, never the event loop. A piece is asked for when the one before was taken: while that is worked on, at most one
 * more waits here, and the client is slowed down to the pace of the taker.
 */
public final class ArrivingBody implements AutoCloseable {
    /** The longest rest of a body that is read and thrown away so that its client gets an answer, in bytes. */
    static final long DISCARDED_BYTES_MAX = 128L << 20;

    private final Pieces pieces = new Pieces();
    /** How the body ended, once the taker knows. */
    private Optional<Piece> ended = Optional.empty();

    public ArrivingBody(ByteBody body) {
        body.toByteArrayPublisher().subscribe(pieces);
    }

    /** What came next. */
    public sealed interface Piece {
        /** Some bytes, handed over to the taker; nobody compares or keeps them. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(byte[] bytes) implements Piece {}

        /** Nothing, in the time that the taker was willing to wait; more may come. */
        record Nothing() implements Piece {}

        /** The body is complete. */
        record End() implements Piece {}

        /** The body ended before it was complete, or is not as HTTP has it. */
        record Broken() implements Piece {}
    }

    /** Waits for the next piece, at most for the given time. After the end there is nothing but the end. */
    public Piece next(Duration patience) {
        if (ended.isPresent()) {
            return ended.get();
        }
        try {
            Piece piece = pieces.arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                return new Piece.Nothing();
            }
            if (piece instanceof Piece.Bytes) {
                pieces.requestNext();
            } else {
                ended = Optional.of(piece);
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Piece.Broken();
        }
    }

    /**
     * Throws away what is still to come, for a client that reads its answer only once it has sent everything: if the
     * connection were closed under it, the answer would be lost. Gives up on a body that is too long or too slow.
     *
     * @return whether the body came to its end
     */
    public boolean discard(Duration timeMax) {
        long deadlineNanos = System.nanoTime() + timeMax.toNanos();
        long bytesLeft = DISCARDED_BYTES_MAX;
        while (bytesLeft >= 0) {
            switch (next(Duration.ofNanos(deadlineNanos - System.nanoTime()))) {
                case Piece.Bytes(byte[] bytes) -> bytesLeft -= bytes.length;
                case Piece.Nothing _, Piece.Broken _ -> {
                    return false;
                }
                case Piece.End _ -> {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets go of the rest. */
    @Override
    public void close() {
        pieces.cancel();
    }

    /** Takes pieces from the event loop. Holds one at most, and the end. */
    private static final class Pieces implements Subscriber<byte[]> {
        private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
        private @Nullable Subscription subscription;
        private boolean cancelled;

        @Override
        public synchronized void onSubscribe(Subscription source) {
            subscription = source;
            if (cancelled) {
                source.cancel();
            } else {
                source.request(1);
            }
        }

        @Override
        public void onNext(byte[] bytes) {
            arrived.add(new Piece.Bytes(bytes));
        }

        @Override
        public void onError(Throwable failure) {
            arrived.add(new Piece.Broken());
        }

        @Override
        public void onComplete() {
            arrived.add(new Piece.End());
        }

        synchronized void requestNext() {
            if (subscription != null) {
                subscription.request(1);
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
