package io.traceops.domain.grouping.text;

/**
 * Numbers that stand by themselves. A long one is hardly ever the difference between two errors; a short one or a
 * decimal may be, and stays unless a stack frame pins the place.
 */
final class NumberReader implements TokenReader {
    /** The fewest digits of a number that is always replaced. */
    static final int LONG_DIGITS_MIN = 5;

    @Override
    public boolean read(LineScan scan) {
        return read(scan, scan.at());
    }

    /** @param first the first digit, which is behind the place of the scan if the number has a sign */
    static boolean read(LineScan scan, int first) {
        int whole = Numbers.integerEnd(scan, first);
        boolean isLong = Numbers.countDigits(scan, first, whole) >= LONG_DIGITS_MIN;
        int decimal = Numbers.decimalEnd(scan, first, whole);
        if (decimal == LineScan.NONE && !scan.isWordEnd(whole)) {
            return false;
        }
        int end = decimal == LineScan.NONE ? whole : decimal;
        if (isLong || scan.isPinned()) {
            scan.replace(decimal == LineScan.NONE ? TokenKind.INT : TokenKind.DECIMAL, end);
        } else {
            scan.keep(end);
        }
        return true;
    }
}
