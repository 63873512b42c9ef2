package io.traceops.http.body;

import io.traceops.http.body.ArrivingBody.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** An arriving body as a stream, for those who can only read one. Not thread-safe; waits, so for a virtual thread. */
final class ArrivingInput extends InputStream {
    private static final byte[] NOTHING = {};

    private final ArrivingBody body;
    private final long deadlineNanos;
    private byte[] piece = NOTHING;
    private int at;
    private long count;
    private boolean ended;

    /** @param deadlineNanos until when the body must have arrived, as {@link System#nanoTime} counts */
    ArrivingInput(ArrivingBody body, long deadlineNanos) {
        this.body = body;
        this.deadlineNanos = deadlineNanos;
    }

    /** The body did not arrive in time. */
    static final class TooSlow extends InterruptedIOException {
        private static final long serialVersionUID = 1L;
    }

    /** The body ended before it was complete, or is not as HTTP has it. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** How many bytes have arrived. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int read = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, read);
        at += read;
        return read;
    }

    @Override
    public int available() {
        return piece.length - at;
    }

    private boolean hasMore() throws IOException {
        while (at == piece.length && !ended) {
            switch (body.next(Duration.ofNanos(deadlineNanos - System.nanoTime()))) {
                case Piece.Bytes(byte[] bytes) -> {
                    piece = bytes;
                    at = 0;
                    count += bytes.length;
                }
                case Piece.Nothing _ -> throw new TooSlow();
                case Piece.Broken _ -> throw new Broken();
                case Piece.End _ -> ended = true;
            }
        }
        return at < piece.length;
    }
}
