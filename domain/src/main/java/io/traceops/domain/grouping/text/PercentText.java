package io.traceops.domain.grouping.text;

/**
 * One spelling for the percent-encoding of a path, after RFC 3986, section 6.2.2: characters that need no encoding are
 * decoded, the digits of the others are written in upper case. Blanks and control characters are encoded, and so is a
 * percent sign that encodes nothing, so that a second pass finds nothing to do.
 */
final class PercentText {
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentText() {}

    static String normalised(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' || mustEncode(text.charAt(i))) {
                return rewritten(text, i);
            }
        }
        return text;
    }

    private static String rewritten(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, from);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%' && isEscape(text, at)) {
                append(out, decoded(text, at));
                at += 3;
            } else {
                if (c == '%' || mustEncode(c)) {
                    encode(out, c);
                } else {
                    out.append(c);
                }
                at++;
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length()
                && Chars.isHex(text.charAt(percent + 1))
                && Chars.isHex(text.charAt(percent + 2));
    }

    private static char decoded(String text, int percent) {
        return (char)
                (Character.digit(text.charAt(percent + 1), 16) * 16 + Character.digit(text.charAt(percent + 2), 16));
    }

    private static void append(StringBuilder out, char decoded) {
        if (isUnreserved(decoded)) {
            out.append(decoded);
        } else {
            encode(out, decoded);
        }
    }

    private static void encode(StringBuilder out, char c) {
        out.append('%').append(DIGITS.charAt(c >>> 4)).append(DIGITS.charAt(c & 0xF));
    }

    private static boolean mustEncode(char c) {
        return c <= ' ' || c == 0x7F;
    }

    private static boolean isUnreserved(char c) {
        return Chars.isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
