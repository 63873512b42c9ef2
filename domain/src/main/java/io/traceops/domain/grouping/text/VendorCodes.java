package io.traceops.domain.grouping.text;

import java.util.Set;

/** The ways in which databases and their drivers write the numbers of their errors. */
final class VendorCodes {
    private static final Set<String> PREFIXES = Set.of(
            "ORA", "PLS", "TNS", "RMAN", "IMP", "EXP", "DRG", "LPX", "KUP", "LRM", "OCI", "DPI", "DPY", "NJS", "UDE",
            "UDI", "SQL", "MY");
    private static final int PREFIXED_LENGTH_MAX = 6;
    private static final int STATE_LENGTH = 5;

    private VendorCodes() {}

    /** {@code ORA-00942}. */
    static boolean isPrefixed(LineScan scan, int from, int to) {
        if (scan.charAt(from - 1) != '-' || to - from > PREFIXED_LENGTH_MAX) {
            return false;
        }
        int end = from - 1;
        int start = FailureCodes.wordStart(scan, end);
        return scan.isWordStart(start) && PREFIXES.contains(scan.substring(start, end));
    }

    /**
     * A number with its twin: {@code error 1045 (28000)}, {@code SQLSTATE[HY000] [2002]}, {@code Error) (1045,
     * "text")}.
     */
    static boolean isPaired(LineScan scan, int from, int to) {
        return isBeforeState(scan, from, to)
                || isState(scan, from, to)
                || isBehindState(scan, from, to)
                || isInTuple(scan, from, to);
    }

    private static boolean isBeforeState(LineScan scan, int from, int to) {
        return scan.startsWith(" (", to)
                && isState(scan, to + 2)
                && scan.charAt(to + 2 + STATE_LENGTH) == ')'
                && followsError(scan, from);
    }

    private static boolean isState(LineScan scan, int from, int to) {
        if (to - from != STATE_LENGTH || scan.charAt(to) != ')' || !scan.startsWith(" (", from - 2)) {
            return false;
        }
        int number = from - 2;
        while (Chars.isDigit(scan.charAt(number - 1)) && from - number <= STATE_LENGTH + 2) {
            number--;
        }
        return number < from - 2 && followsError(scan, number);
    }

    private static boolean isBehindState(LineScan scan, int from, int to) {
        int state = from - "] [".length() - STATE_LENGTH;
        return scan.charAt(to) == ']'
                && scan.startsWith("] [", from - "] [".length())
                && isState(scan, state)
                && scan.startsWith("SQLSTATE[", state - "SQLSTATE[".length());
    }

    private static boolean isInTuple(LineScan scan, int from, int to) {
        boolean pair = scan.charAt(to) == ',' && Chars.isBlank(scan.charAt(to + 1));
        boolean text = pair && "\"'<".indexOf(scan.charAt(to + 2)) >= 0;
        return text && scan.charAt(from - 1) == '(' && followsError(scan, from - 1);
    }

    private static boolean followsError(LineScan scan, int from) {
        int end = from;
        while (from - end < 3 && (Chars.isBlank(scan.charAt(end - 1)) || ":)".indexOf(scan.charAt(end - 1)) >= 0)) {
            end--;
        }
        int start = FailureCodes.wordStart(scan, end);
        return "error".equalsIgnoreCase(scan.substring(start, end));
    }

    private static boolean isState(LineScan scan, int from) {
        for (int i = from; i < from + STATE_LENGTH; i++) {
            if (!Chars.isAlphanumeric(scan.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
