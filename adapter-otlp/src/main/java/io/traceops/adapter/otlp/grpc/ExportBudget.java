package io.traceops.adapter.otlp.grpc;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how much of all exports is in memory at once: places alone do not, for each of the many who may be inside could
 * send the largest export there is. Thread-safe.
 */
final class ExportBudget {
    private final long bytesMax;
    private final AtomicLong bytesTaken = new AtomicLong();

    ExportBudget(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes room for some bytes; false if there is none. */
    boolean take(long bytes) {
        if (bytesTaken.addAndGet(bytes) > bytesMax) {
            bytesTaken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        bytesTaken.addAndGet(-bytes);
    }

    long bytesTaken() {
        return bytesTaken.get();
    }
}
