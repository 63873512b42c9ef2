package io.traceops.http.body;

import io.traceops.http.HttpSettings;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds how much of all request bodies is in memory at once. Thread-safe. */
@Singleton
final class BodyBudget {
    private final long bytesMax;
    private final AtomicLong bytesTaken = new AtomicLong();

    BodyBudget(HttpSettings settings) {
        this.bytesMax = settings.bodyBytesInFlightMax();
    }

    /** One request's share. Not thread-safe. */
    final class Share implements AutoCloseable {
        private long bytes;

        /** Takes room for some more bytes; false if there is none. */
        boolean grow(long more) {
            if (bytesTaken.addAndGet(more) > bytesMax) {
                bytesTaken.addAndGet(-more);
                return false;
            }
            bytes += more;
            return true;
        }

        @Override
        public void close() {
            bytesTaken.addAndGet(-bytes);
            bytes = 0;
        }
    }

    Share open() {
        return new Share();
    }
}
