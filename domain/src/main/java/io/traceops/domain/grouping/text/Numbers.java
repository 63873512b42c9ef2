package io.traceops.domain.grouping.text;

/** Where numbers end. */
final class Numbers {
    /** More groups than any number of 64 bits has. Who reads a number may refuse it, and the next looks at it again. */
    private static final int GROUPS_MAX = 8;

    private Numbers() {}

    /**
     * The end of the digits at an index, with commas before each group of three if there are any: {@code 1,234,567}.
     */
    static int integerEnd(LineScan scan, int from) {
        int end = scan.skipDigits(from);
        if (end - from > 3) {
            return end;
        }
        for (int groups = 0; groups < GROUPS_MAX && scan.charAt(end) == ',' && isGroup(scan, end + 1); groups++) {
            end += 4;
        }
        return end;
    }

    private static boolean isGroup(LineScan scan, int from) {
        return Digits.value(scan, from, from + 3) >= 0 && !Chars.isDigit(scan.charAt(from + 3));
    }

    /** How many digits a range holds. */
    static int countDigits(LineScan scan, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Chars.isDigit(scan.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    /**
     * The end of the decimal whose whole part is given, exponent included; {@link LineScan#NONE} if it is none. A row
     * of numbers such as {@code 1.2.3} is a version.
     */
    static int decimalEnd(LineScan scan, int from, int wholeEnd) {
        boolean inRow = scan.charAt(from - 1) == '.' && Chars.isDigit(scan.charAt(from - 2));
        int end = wholeEnd;
        if (scan.charAt(end) == '.' && Chars.isDigit(scan.charAt(end + 1))) {
            end = scan.skipDigits(end + 1);
            boolean goesOn = scan.charAt(end) == '.' && Chars.isDigit(scan.charAt(end + 1));
            if (inRow || goesOn) {
                return LineScan.NONE;
            }
        }
        end = exponentEnd(scan, end, end > wholeEnd);
        return end > wholeEnd && scan.isWordEnd(end) ? end : LineScan.NONE;
    }

    /** Behind a whole number an exponent needs its sign: {@code 1e5} may be a name. */
    private static int exponentEnd(LineScan scan, int from, boolean afterFraction) {
        if (Chars.toLower(scan.charAt(from)) != 'e') {
            return from;
        }
        boolean signed = Chars.isSign(scan.charAt(from + 1));
        int digits = signed ? from + 2 : from + 1;
        int end = scan.skipDigits(digits);
        return end > digits && (signed || afterFraction) ? end : from;
    }
}
