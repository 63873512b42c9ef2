package io.traceops.adapter.otlp.failure;

import java.util.List;

/** How grave a log record is: 1 to 24, four numbers to a name; 0 if nobody said. */
final class Severities {
    private static final long WARN_MIN = 13;
    private static final long ERROR_MIN = 17;
    private static final int NUMBERS_PER_NAME = 4;
    private static final List<String> NAMES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    private Severities() {}

    static boolean isError(long number) {
        return number >= ERROR_MIN;
    }

    /** Whether an exception that is logged so is a failure: below a warning it was handled, and is told by the way. */
    static boolean mayBeFailure(long number) {
        return number == 0 || number >= WARN_MIN;
    }

    /** Empty if the number has none. */
    static String name(long number) {
        return number < 1 || number > (long) NUMBERS_PER_NAME * NAMES.size()
                ? ""
                : NAMES.get((int) (number - 1) / NUMBERS_PER_NAME);
    }
}
