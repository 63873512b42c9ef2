package io.traceops.domain.grouping.text;

import java.util.Set;

/**
 * Tells a whole text that identifies one thing among many (a number, a UUID, a hash, a token, an e-mail address) from
 * one that names a kind of thing.
 */
final class Identifiers {
    private static final int HEX_LENGTH_MIN = 8;
    private static final int TOKEN_LENGTH_MIN = 20;

    /** The fewest consonants in a row that make a word no word. */
    private static final int CONSONANTS_MIN = 6;

    /** What base64 has and an address must encode. */
    private static final Set<String> ENCODED = Set.of("%2B", "%2F", "%3D", "%2b", "%2f", "%3d");

    private Identifiers() {}

    static boolean matches(String text) {
        return isNumber(text)
                || isDate(text)
                || isHexNumber(text)
                || isHex(text)
                || isUuid(text)
                || isToken(text)
                || isJwt(text)
                || isEmail(text);
    }

    /**
     * Whole numbers, rows of them with commas between, and decimals, but not those like {@code 1.1}, which are versions
     * of an interface.
     */
    private static boolean isNumber(String text) {
        int start = !text.isEmpty() && Chars.isSign(text.charAt(0)) ? 1 : 0;
        int at = skipDigits(text, start);
        if (at == start) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = skipDigits(text, at + 1) - at - 1;
            boolean version = start == 0 && at <= 2 && fraction <= 2;
            return fraction > 0 && at + 1 + fraction == text.length() && !version;
        }
        while (at < text.length() && text.charAt(at) == ',') {
            int next = skipDigits(text, at + 1);
            if (next == at + 1) {
                return false;
            }
            at = next;
        }
        return at == text.length();
    }

    private static boolean isDate(String text) {
        return text.length() == "2026-01-31".length()
                && skipDigits(text, 0) == 4
                && text.charAt(4) == '-'
                && skipDigits(text, 5) == 7
                && text.charAt(7) == '-'
                && skipDigits(text, 8) == 10;
    }

    private static boolean isHexNumber(String text) {
        return text.length() > 2
                && (text.startsWith("0x") || text.startsWith("0X"))
                && skipHex(text, 2) == text.length();
    }

    private static boolean isHex(String text) {
        return text.length() >= HEX_LENGTH_MIN && skipHex(text, 0) == text.length() && hasDigit(text);
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !Chars.isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Long, and with what words and their abbreviations hardly have: a letter right behind a digit, or a row of consonants
     * that nobody could say.
     */
    private static boolean isToken(String text) {
        if (text.length() < TOKEN_LENGTH_MIN) {
            return false;
        }
        boolean mixed = false;
        int consonants = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isOfToken(text, i)) {
                return false;
            }
            char before = i > 0 ? text.charAt(i - 1) : '-';
            mixed |= Chars.isLetter(c) && Chars.isDigit(before);
            consonants = isConsonant(c) ? consonantsWith(c, before, consonants) : 0;
            mixed |= consonants >= CONSONANTS_MIN;
        }
        return mixed;
    }

    /** Whether a character may be a part of a token in base64, of either alphabet, percent-encoded or not. */
    private static boolean isOfToken(String text, int index) {
        char c = text.charAt(index);
        return Chars.isBase64Url(c)
                || c == '='
                || c == '~'
                || c == '+'
                || (c == '%' && ENCODED.contains(text.substring(index, Math.min(index + 3, text.length()))));
    }

    /** Capitals in a row are an abbreviation, which need not be sayable. */
    private static int consonantsWith(char c, char before, int consonants) {
        return Chars.isUpper(c) && Chars.isUpper(before) ? 1 : consonants + 1;
    }

    private static boolean isConsonant(char c) {
        return Chars.isLetter(c) && "aeiouy".indexOf(Chars.toLower(c)) < 0;
    }

    private static boolean isJwt(String text) {
        if (!text.startsWith("eyJ")) {
            return false;
        }
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (!Chars.isBase64Url(c) && c != '.') {
                return false;
            }
        }
        return dots == 2;
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        int domain = at + 1;
        if (at < 0) {
            int encoded = text.indexOf("%40");
            at = encoded;
            domain = encoded + "%40".length();
        }
        return at > 0 && text.indexOf('.', domain) > domain && !text.endsWith(".");
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipHex(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.isHex(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> Chars.isDigit((char) c));
    }
}
