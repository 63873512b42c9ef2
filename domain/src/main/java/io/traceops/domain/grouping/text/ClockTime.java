package io.traceops.domain.grouping.text;

/** Times of day such as {@code 10:20:30.123+02:00}, {@code 10:20 PM}, {@code 10:20:30 +0000 UTC}. */
final class ClockTime {
    private static final int ZONE_NAME_LENGTH_MAX = 50;

    private ClockTime() {}

    /** The end of a time without a date. It needs its seconds or its half of the day: {@code 10:20} may be anything. */
    static int aloneEnd(LineScan scan, int from) {
        if (scan.charAt(from - 1) == ':' || scan.charAt(from - 1) == '.') {
            return LineScan.NONE;
        }
        int minutes = minutesEnd(scan, from);
        int seconds = minutes == LineScan.NONE ? LineScan.NONE : secondsEnd(scan, minutes);
        if (seconds == LineScan.NONE) {
            return minutes == LineScan.NONE ? LineScan.NONE : halfDayEnd(scan, minutes);
        }
        boolean goesOn = scan.charAt(seconds) == ':' && Chars.isHex(scan.charAt(seconds + 1));
        return goesOn ? LineScan.NONE : end(scan, from);
    }

    /** The end of a time that stands beside a date, with its zone. */
    static int end(LineScan scan, int from) {
        int minutes = minutesEnd(scan, from);
        if (minutes == LineScan.NONE) {
            return LineScan.NONE;
        }
        int seconds = secondsEnd(scan, minutes);
        int time = seconds == LineScan.NONE ? minutes : seconds;
        int halfDay = halfDayEnd(scan, time);
        int end = zoneEnd(scan, halfDay == LineScan.NONE ? time : halfDay);
        return scan.isWordEnd(end) ? end : LineScan.NONE;
    }

    private static int minutesEnd(LineScan scan, int from) {
        int hours = scan.charAt(from + 1) == ':' ? from + 1 : from + 2;
        boolean hour = Digits.within(scan, from, hours, 24);
        boolean minute = hour && scan.charAt(hours) == ':' && Digits.within(scan, hours + 1, hours + 3, 59);
        return minute && !Chars.isDigit(scan.charAt(hours + 3)) ? hours + 3 : LineScan.NONE;
    }

    private static int secondsEnd(LineScan scan, int minutes) {
        int end = minutes + 3;
        if (scan.charAt(minutes) != ':'
                || !Digits.within(scan, minutes + 1, end, 60)
                || Chars.isDigit(scan.charAt(end))) {
            return LineScan.NONE;
        }
        boolean fraction = (scan.charAt(end) == '.' || scan.charAt(end) == ',') && Chars.isDigit(scan.charAt(end + 1));
        return fraction ? scan.skipDigits(end + 1) : end;
    }

    private static int halfDayEnd(LineScan scan, int time) {
        int at = Chars.isBlank(scan.charAt(time)) ? time + 1 : time;
        char half = Chars.toLower(scan.charAt(at));
        boolean found = (half == 'a' || half == 'p') && Chars.toLower(scan.charAt(at + 1)) == 'm';
        return found && scan.isWordEnd(at + 2) ? at + 2 : LineScan.NONE;
    }

    /** {@code Z}, an offset, a name in capitals, and what Java, Go and JavaScript append to them. */
    private static int zoneEnd(LineScan scan, int time) {
        if (scan.charAt(time) == 'Z') {
            return bracketEnd(scan, time + 1, '[', ']');
        }
        int at = time;
        int name = nameEnd(scan, at);
        int offset = offsetEnd(scan, name);
        if (offset != name) {
            at = nameEnd(scan, offset);
        } else if (isKnownName(scan, time, name)) {
            at = name;
        }
        at = bracketEnd(scan, at, '[', ']');
        if (at > time && Chars.isBlank(scan.charAt(at))) {
            int bracket = bracketEnd(scan, at + 1, '(', ')');
            at = bracket > at + 1 ? bracket : at;
        }
        return monotonicEnd(scan, at);
    }

    /** The end of a blank and up to five capitals, or the place itself. */
    private static int nameEnd(LineScan scan, int from) {
        int start = Chars.isBlank(scan.charAt(from)) ? from + 1 : from;
        int at = start;
        while (Chars.isUpper(scan.charAt(at)) && at - start < 5) {
            at++;
        }
        return at - start >= 3 && (scan.isWordEnd(at) || Chars.isSign(scan.charAt(at))) ? at : from;
    }

    private static boolean isKnownName(LineScan scan, int time, int nameEnd) {
        return nameEnd > time
                && (scan.startsWith("UTC", nameEnd - 3)
                        || scan.startsWith("GMT", nameEnd - 3)
                        || scan.charAt(nameEnd - 1) == 'T');
    }

    /**
     * The end of an offset such as {@code +02:00}, {@code -0500}, {@code +02} behind at most one blank, or the place
     * itself.
     */
    private static int offsetEnd(LineScan scan, int from) {
        int sign = Chars.isBlank(scan.charAt(from)) ? from + 1 : from;
        if (!Chars.isSign(scan.charAt(sign)) || !Digits.within(scan, sign + 1, sign + 3, 18)) {
            return from;
        }
        int hours = sign + 3;
        int minutes = scan.charAt(hours) == ':' ? hours + 1 : hours;
        int end = Digits.within(scan, minutes, minutes + 2, 59) ? minutes + 2 : hours;
        boolean goesOn = scan.charAt(end) == ':' && Chars.isDigit(scan.charAt(end + 1));
        return scan.isWordEnd(end) && !goesOn ? end : from;
    }

    private static int bracketEnd(LineScan scan, int from, char open, char close) {
        if (scan.charAt(from) != open) {
            return from;
        }
        int at = from + 1;
        while (isZoneName(scan.charAt(at)) && at - from < ZONE_NAME_LENGTH_MAX) {
            at++;
        }
        return scan.charAt(at) == close && at > from + 1 ? at + 1 : from;
    }

    private static boolean isZoneName(char c) {
        return Chars.isWord(c) || c == '/' || c == '_' || c == '-' || c == '+' || c == ' ' || c == ':';
    }

    /** Go appends the reading of its monotonic clock: {@code m=+0.000012}. */
    private static int monotonicEnd(LineScan scan, int from) {
        if (!scan.startsWith(" m=", from) || !Chars.isSign(scan.charAt(from + 3))) {
            return from;
        }
        int whole = scan.skipDigits(from + 4);
        return scan.charAt(whole) == '.' ? scan.skipDigits(whole + 1) : whole;
    }
}
