package io.traceops.domain.grouping.text;

/** The classes of characters that tokens are made of. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    /**
     * Whether a number beside this character is part of a name. True for the letters of scripts that know upper and
     * lower case, which separate words by blanks; false for those that do not, such as Chinese, where a number stands
     * by itself between two signs.
     */
    static boolean isWord(char c) {
        if (c < 0x80) {
            return isAlphanumeric(c);
        }
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Blanks of every kind, those that forbid a line break included. */
    static boolean isBlank(char c) {
        return c == ' ' || (c < 0x80 ? c >= '\t' && c <= '\r' : Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The alphabet of base64 as it is written in URLs. */
    static boolean isBase64Url(char c) {
        return isAlphanumeric(c) || c == '-' || c == '_';
    }

    static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    static char toLower(char c) {
        return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
    }
}
