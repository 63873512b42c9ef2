package io.traceops.domain.grouping.text;

/** Dates, times of day, and both together, in the formats that runtimes and logs write. */
final class DateReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int end = Chars.isDigit(scan.charAt(scan.at())) ? numericEnd(scan) : NamedDate.end(scan, scan.at());
        if (end == LineScan.NONE) {
            return false;
        }
        scan.replace(TokenKind.DATE, end);
        return true;
    }

    private static int numericEnd(LineScan scan) {
        int from = scan.at();
        if (!Chars.isDigit(scan.charAt(from + 1)) && !isSeparator(scan.charAt(from + 1))) {
            return LineScan.NONE;
        }
        int date = NumericDate.end(scan, from);
        if (date == LineScan.NONE) {
            date = NamedDate.dayFirstEnd(scan, from);
        }
        return date == LineScan.NONE ? ClockTime.aloneEnd(scan, from) : date;
    }

    /** What may stand behind a first number of one digit. */
    private static boolean isSeparator(char c) {
        return c == '/' || c == '.' || c == '-' || c == ':' || c == ' ';
    }
}
