package io.traceops.application.capture;

import io.traceops.domain.event.Micros;
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
        return Micros.of(clock.instant());
    }

    /** The time of an event that came without one, at the given instant or as soon after it as is free. */
    long nextTimestampMicros(long nowMicros) {
        return lastMicros.updateAndGet(last -> Math.max(nowMicros, last + 1));
    }
}
