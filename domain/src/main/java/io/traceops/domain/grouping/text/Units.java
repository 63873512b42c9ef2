package io.traceops.domain.grouping.text;

import java.util.Locale;

/** The units that make a number a duration or a size. */
final class Units {
    /** The longest name of a unit, in characters. */
    static final int LENGTH_MAX = 12;

    /** What a number becomes with the letters behind it. */
    enum Dimension {
        DURATION,
        SIZE,
        NEITHER
    }

    private Units() {}

    /**
     * The dimension of a unit that stands right behind its number: short ones count here, in the case that is usual.
     */
    static Dimension attached(String unit) {
        return switch (unit) {
            case "m", "h", "d" -> Dimension.DURATION;
            case "k", "K", "M", "G", "Ki", "Mi", "Gi", "Ti" -> Dimension.SIZE;
            default -> spaced(unit);
        };
    }

    /** The dimension of a unit that a blank separates from its number. */
    static Dimension spaced(String unit) {
        return switch (unit) {
            case "s", "h", "ns", "us", "µs", "μs", "ms" -> Dimension.DURATION;
            case "B" -> Dimension.SIZE;
            default -> unit.length() == 1 ? Dimension.NEITHER : word(unit.toLowerCase(Locale.ROOT));
        };
    }

    private static Dimension word(String unit) {
        return switch (unit) {
            case "nsec", "nsecs", "nano", "nanos", "nanosecond", "nanoseconds" -> Dimension.DURATION;
            case "usec", "usecs", "micro", "micros", "microsecond", "microseconds" -> Dimension.DURATION;
            case "msec", "msecs", "milli", "millis", "millisecond", "milliseconds" -> Dimension.DURATION;
            case "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes" -> Dimension.DURATION;
            case "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks" -> Dimension.DURATION;
            case "month", "months", "year", "years" -> Dimension.DURATION;
            case "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "pib" -> Dimension.SIZE;
            case "byte", "bytes", "octet", "octets", "kilobyte", "kilobytes" -> Dimension.SIZE;
            case "megabyte", "megabytes", "gigabyte", "gigabytes", "terabyte", "terabytes" -> Dimension.SIZE;
            default -> Dimension.NEITHER;
        };
    }
}
