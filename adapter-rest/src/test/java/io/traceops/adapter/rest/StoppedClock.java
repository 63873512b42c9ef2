package io.traceops.adapter.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands at 2026-03-01T12:00:00Z until it is moved. */
final class StoppedClock implements InstantSource {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }
}
