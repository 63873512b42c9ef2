package io.traceops.domain.event;

import java.time.Instant;

/** Instants as the domain counts them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /**
     * Cuts an instant down to microseconds.
     *
     * @throws ArithmeticException if it lies more than about 292,000 years from 1970
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / NANOS);
    }

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }
}
