package io.traceops.domain.impact;

/**
 * Errors per minute over the last hour: {@code n / max(1, minutes from the first of these n errors to now)}.
 * An error at {@code t} counts if {@code now - 60 min < t <= now}.
 */
public final class ErrorRate {
    /** How far back errors count, in microseconds. */
    public static final long WINDOW_MICROS = 60L * 60 * 1_000_000;

    private static final double MICROS_PER_MINUTE = 60e6;

    private ErrorRate() {}

    /**
     * @param errors how many errors fall into the window, 0 or more
     * @param firstMicros when the first of them happened; not read if there is none
     * @return errors per minute, 0 or more
     */
    public static double perMinute(long errors, long firstMicros, long nowMicros) {
        if (errors == 0) {
            return 0;
        }
        return errors / Math.max(1, (nowMicros - firstMicros) / MICROS_PER_MINUTE);
    }
}
