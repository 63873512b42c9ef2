package io.traceops.application.capture;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how much of what clients are sending is in memory at once, over all doors that share it. {@link Admission} alone
 * does not: each of the many who may be inside could send the largest body there is. Thread-safe.
 */
public final class BodyBudget {
    private final long bytesMax;
    private final AtomicLong bytesTaken = new AtomicLong();

    /** @param bytesMax the most bytes in memory at once, 1 or more */
    public BodyBudget(long bytesMax) {
        if (bytesMax < 1) {
            throw new IllegalArgumentException("bodies in memory: " + bytesMax + " bytes, allowed 1 or more");
        }
        this.bytesMax = bytesMax;
    }

    /** One body's share. Not thread-safe. */
    public final class Share implements AutoCloseable {
        private long bytes;

        private Share() {}

        /** Takes room for some more bytes; false, and takes none, if there is not so much. */
        public boolean grow(long more) {
            if (bytesTaken.addAndGet(more) > bytesMax) {
                bytesTaken.addAndGet(-more);
                return false;
            }
            bytes += more;
            return true;
        }

        /** Gives all of it back. Closing it twice gives it back once. */
        @Override
        public void close() {
            bytesTaken.addAndGet(-bytes);
            bytes = 0;
        }
    }

    /** The share of one more body, which takes no room yet. */
    public Share open() {
        return new Share();
    }

    /** The most bytes in memory at once. */
    public long bytesMax() {
        return bytesMax;
    }

    /** How many bytes all shares take now. */
    public long bytesTaken() {
        return bytesTaken.get();
    }
}
