package io.traceops.application.capture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The times that the server assigns, in microseconds. They rise strictly, so that two calls in one microsecond keep their
 * order. Thread-safe.
 */
final class EventClock {
    private final InstantSource clock;
    private final AtomicLong lastMicros = new AtomicLong(-1);

    EventClock(InstantSource clock) {
        this.clock = clock;
    }

    long nowMicros() {
        Instant now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000L), now.getNano() / 1_000);
    }

    long nextTimestampMicros() {
        long now = nowMicros();
        return lastMicros.updateAndGet(last -> Math.max(now, last + 1));
    }
}
