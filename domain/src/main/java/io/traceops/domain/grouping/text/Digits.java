package io.traceops.domain.grouping.text;

/** Numbers of a known width. */
final class Digits {
    private Digits() {}

    /** Whether a range is made of digits alone, at least one, whose value is at most a bound. */
    static boolean within(LineScan scan, int from, int to, int max) {
        int value = value(scan, from, to);
        return value >= 0 && value <= max;
    }

    /** The value of a range of one to nine digits, or -1 if it is anything else. */
    static int value(LineScan scan, int from, int to) {
        if (to <= from || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(scan.charAt(i))) {
                return -1;
            }
            value = value * 10 + scan.charAt(i) - '0';
        }
        return value;
    }
}
