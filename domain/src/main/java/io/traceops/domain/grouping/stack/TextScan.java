package io.traceops.domain.grouping.stack;

/** The small steps that all dialects scan with. Ranges are {@code [from, to)}; no step reads outside its range. */
final class TextScan {
    private TextScan() {}

    /** The index of the first character of the range that is no blank, or {@code to}. */
    static int skipBlanks(String text, int from, int to) {
        int index = from;
        while (index < to && text.charAt(index) <= ' ') {
            index++;
        }
        return index;
    }

    /** The index after the last character of the range that is no blank, or {@code from}. */
    static int dropBlanks(String text, int from, int to) {
        int index = to;
        while (index > from && text.charAt(index - 1) <= ' ') {
            index--;
        }
        return index;
    }

    static boolean startsWith(String text, int from, int to, String prefix) {
        return to - from >= prefix.length() && text.startsWith(prefix, from);
    }

    static boolean endsWith(String text, int from, int to, String suffix) {
        return to - from >= suffix.length() && text.startsWith(suffix, to - suffix.length());
    }

    /** Whether {@code searched} stands anywhere in the range. */
    static boolean contains(String text, int from, int to, String searched) {
        return text.indexOf(searched, from, to) >= 0;
    }

    /** The index of the last {@code searched} in the range, or -1. */
    static int lastIndexOf(String text, int from, int to, char searched) {
        for (int index = to - 1; index >= from; index--) {
            if (text.charAt(index) == searched) {
                return index;
            }
        }
        return -1;
    }

    /** The index of the last {@code searched} in the range, or -1. */
    static int lastIndexOf(String text, int from, int to, String searched) {
        int index = to - searched.length();
        while (index >= from && !text.startsWith(searched, index)) {
            index--;
        }
        return index >= from ? index : -1;
    }

    /** The index after the decimal digits that the range begins with. */
    static int skipDigits(String text, int from, int to) {
        int index = from;
        while (index < to && isDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** The index of the first of the decimal digits that the range ends with, or {@code to} if it ends with none. */
    static int dropDigits(String text, int from, int to) {
        int index = to;
        while (index > from && isDigit(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    /** The index after the hexadecimal digits that the range begins with. */
    static int skipHex(String text, int from, int to) {
        int index = from;
        while (index < to && isHex(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** Where the range ends once one {@code :12} at its end is left out; {@code to} if it does not end so. */
    static int dropColonNumber(String text, int from, int to) {
        int digits = dropDigits(text, from, to);
        boolean numbered = digits < to && digits > from && text.charAt(digits - 1) == ':';
        return numbered ? digits - 1 : to;
    }

    /** Where the range ends once {@code :12:34}, or one {@code :12}, at its end is left out. */
    static int dropPosition(String text, int from, int to) {
        return dropColonNumber(text, from, dropColonNumber(text, from, to));
    }

    /** Whether the range ends with line and column, as in {@code app.js:12:34}. */
    static boolean endsWithPosition(String text, int from, int to) {
        int line = dropColonNumber(text, from, to);
        return line < to && dropColonNumber(text, from, line) < line;
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isHex(char character) {
        return isDigit(character) || (character >= 'a' && character <= 'f') || (character >= 'A' && character <= 'F');
    }

    /** The first {@code lengthMax} characters, never a half of a surrogate pair at the end. */
    static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(lengthMax - 1));
        return text.substring(0, splitsPair ? lengthMax - 1 : lengthMax);
    }
}
