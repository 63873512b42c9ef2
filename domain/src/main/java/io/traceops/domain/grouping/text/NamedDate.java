package io.traceops.domain.grouping.text;

/**
 * Dates with the English name of a month: {@code 31 Jan 2026 10:20:30}, {@code Jan 31, 2026}, {@code Mon Jan 31
 * 10:20:30 UTC 2026}, {@code Mon, 31 Jan 2026 10:20:30 GMT}. A month and a day alone are none, since {@code May 5} may
 * be a question.
 */
final class NamedDate {
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";
    private static final String WEEKDAYS = "mon tue wed thu fri sat sun ";
    private static final int NAME_LENGTH_MAX = 9;

    private NamedDate() {}

    /** The end of a date that begins with the name of a weekday or of a month, or {@link LineScan#NONE}. */
    static int end(LineScan scan, int from) {
        if (!Chars.isUpper(scan.charAt(from))) {
            return LineScan.NONE;
        }
        int weekday = nameEnd(scan, from, WEEKDAYS);
        if (weekday == LineScan.NONE) {
            return monthFirstEnd(scan, from);
        }
        int next = scan.charAt(weekday) == ',' ? weekday + 1 : weekday;
        if (!Chars.isBlank(scan.charAt(next))) {
            return LineScan.NONE;
        }
        int dayFirst = dayFirstEnd(scan, next + 1);
        return dayFirst == LineScan.NONE ? monthFirstEnd(scan, next + 1) : dayFirst;
    }

    /** The end of {@code 31 Jan 2026}, {@code 31-Jan-2026} or {@code 31/Jan/2026}, and of the time behind it. */
    static int dayFirstEnd(LineScan scan, int from) {
        int day = scan.skipDigits(from);
        char separator = scan.charAt(day);
        boolean starts = day - from <= 2 && Digits.within(scan, from, day, 31);
        if (!starts || !(Chars.isBlank(separator) || separator == '-' || separator == '/')) {
            return LineScan.NONE;
        }
        int month = nameEnd(scan, day + 1, MONTHS);
        if (month == LineScan.NONE || scan.charAt(month) != separator || !NumericDate.isYear(scan, month + 1)) {
            return LineScan.NONE;
        }
        return NumericDate.withTime(scan, month + 5);
    }

    private static int monthFirstEnd(LineScan scan, int from) {
        int month = nameEnd(scan, from, MONTHS);
        if (month == LineScan.NONE || !Chars.isBlank(scan.charAt(month))) {
            return LineScan.NONE;
        }
        int dayStart = scan.skipBlanks(month);
        int day = scan.skipDigits(dayStart);
        if (day - dayStart > 2 || !Digits.within(scan, dayStart, day, 31)) {
            return LineScan.NONE;
        }
        int next = scan.charAt(day) == ',' ? day + 1 : day;
        if (!Chars.isBlank(scan.charAt(next))) {
            return LineScan.NONE;
        }
        if (NumericDate.isYear(scan, next + 1)) {
            return NumericDate.withTime(scan, next + 5);
        }
        int time = ClockTime.end(scan, next + 1);
        boolean yearBehind =
                time != LineScan.NONE && Chars.isBlank(scan.charAt(time)) && NumericDate.isYear(scan, time + 1);
        return yearBehind && scan.isWordEnd(time + 5) ? time + 5 : time;
    }

    /** The end of a name, short or in full, of which the first three letters are in the list. */
    private static int nameEnd(LineScan scan, int from, String names) {
        int end = from;
        while (Chars.isLetter(scan.charAt(end)) && end - from <= NAME_LENGTH_MAX) {
            end++;
        }
        if (end - from < 3 || end - from > NAME_LENGTH_MAX) {
            return LineScan.NONE;
        }
        for (int at = 0; at < names.length(); at += 4) {
            if (names.charAt(at) == Chars.toLower(scan.charAt(from))
                    && names.charAt(at + 1) == Chars.toLower(scan.charAt(from + 1))
                    && names.charAt(at + 2) == Chars.toLower(scan.charAt(from + 2))) {
                return end;
            }
        }
        return LineScan.NONE;
    }
}
