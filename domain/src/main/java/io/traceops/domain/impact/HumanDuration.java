package io.traceops.domain.impact;

/** Durations as a person says them. */
public final class HumanDuration {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private HumanDuration() {}

    /** The largest unit that fits, cut down to whole ones, such as {@code 12 min}; {@code 0 s} for a negative duration. */
    public static String of(long micros) {
        if (micros >= 2 * DAY) {
            return micros / DAY + " days";
        }
        if (micros >= 2 * HOUR) {
            return micros / HOUR + " h";
        }
        return micros >= MINUTE ? micros / MINUTE + " min" : Math.max(0, micros) / SECOND + " s";
    }
}
