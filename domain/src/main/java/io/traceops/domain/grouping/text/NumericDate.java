package io.traceops.domain.grouping.text;

/**
 * Dates in digits: {@code 2026-01-31}, {@code 2026/01/31}, {@code 31.01.2026}, {@code 01/31/2026}, {@code
 * 20260131T102030Z}.
 */
final class NumericDate {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    private NumericDate() {}

    /** The end of the date at an index and of the time behind it, or {@link LineScan#NONE}. */
    static int end(LineScan scan, int from) {
        int digits = scan.skipDigits(from);
        return switch (digits - from) {
            case 8 -> compactEnd(scan, from);
            case 4 -> withTime(scan, yearFirstEnd(scan, from));
            case 1, 2 -> withTime(scan, yearLastEnd(scan, from, digits));
            default -> LineScan.NONE;
        };
    }

    static boolean isYear(LineScan scan, int from) {
        int year = Digits.value(scan, from, from + 4);
        return year >= YEAR_MIN && year <= YEAR_MAX && !Chars.isDigit(scan.charAt(from + 4));
    }

    /**
     * The end of the time that a {@code T}, a comma, a blank or a colon joins to a date; of the date if there is none.
     */
    static int withTime(LineScan scan, int date) {
        if (date == LineScan.NONE) {
            return LineScan.NONE;
        }
        char joint = scan.charAt(date);
        int at = date + 1;
        if (joint == ',' && Chars.isBlank(scan.charAt(at))) {
            at++;
        }
        boolean joins = joint == 'T' || joint == 't' || joint == ',' || joint == ':' || Chars.isBlank(joint);
        int time = joins ? ClockTime.end(scan, at) : LineScan.NONE;
        if (time != LineScan.NONE) {
            return time;
        }
        return scan.isWordEnd(date) ? date : LineScan.NONE;
    }

    private static int yearFirstEnd(LineScan scan, int from) {
        char separator = scan.charAt(from + 4);
        if (!isYear(scan, from) || !isSeparator(separator)) {
            return LineScan.NONE;
        }
        int day = from + 8;
        boolean monthAndDay = Digits.within(scan, from + 5, from + 7, 12)
                && scan.charAt(from + 7) == separator
                && Digits.within(scan, day, day + 2, 31);
        return monthAndDay && !Chars.isDigit(scan.charAt(day + 2)) ? day + 2 : LineScan.NONE;
    }

    /** Day and month in either order. */
    private static int yearLastEnd(LineScan scan, int from, int first) {
        char separator = scan.charAt(first);
        int second = scan.skipDigits(first + 1);
        if (!isSeparator(separator) || scan.charAt(second) != separator || !isYear(scan, second + 1)) {
            return LineScan.NONE;
        }
        boolean dayFirst = Digits.within(scan, from, first, 31) && Digits.within(scan, first + 1, second, 12);
        boolean monthFirst = Digits.within(scan, from, first, 12) && Digits.within(scan, first + 1, second, 31);
        return dayFirst || monthFirst ? second + 5 : LineScan.NONE;
    }

    private static int compactEnd(LineScan scan, int from) {
        int hours = from + 9;
        boolean date = Digits.within(scan, from, from + 4, YEAR_MAX)
                && Digits.within(scan, from + 4, from + 6, 12)
                && Digits.within(scan, from + 6, from + 8, 31);
        if (!date || scan.charAt(from + 8) != 'T' || !Digits.within(scan, hours, hours + 6, 240_000)) {
            return LineScan.NONE;
        }
        int end = hours + 6;
        if (scan.charAt(end) == '.' && Chars.isDigit(scan.charAt(end + 1))) {
            end = scan.skipDigits(end + 1);
        }
        end = scan.charAt(end) == 'Z' ? end + 1 : end;
        return scan.isWordEnd(end) ? end : LineScan.NONE;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.';
    }
}
