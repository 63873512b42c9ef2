package io.traceops.domain.event;

/** The grammar of a JSON number: {@code -? int frac? exp?}, read in one pass. */
final class NumberGrammar {
    private NumberGrammar() {}

    static boolean matches(String literal) {
        int at = literal.startsWith("-") ? 1 : 0;
        int integerEnd = skipDigits(literal, at);
        boolean leadingZero = integerEnd - at > 1 && literal.charAt(at) == '0';
        if (integerEnd == at || leadingZero) {
            return false;
        }
        at = integerEnd;
        if (at < literal.length() && literal.charAt(at) == '.') {
            int end = skipDigits(literal, at + 1);
            if (end == at + 1) {
                return false;
            }
            at = end;
        }
        return at == literal.length() || isExponent(literal, at);
    }

    /** Whether the digits before the exponent are all zero. The literal must match the grammar. */
    static boolean isZero(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
            if (c == 'e' || c == 'E') {
                return true;
            }
        }
        return true;
    }

    private static boolean isExponent(String literal, int from) {
        char mark = literal.charAt(from);
        if (mark != 'e' && mark != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < literal.length() && (literal.charAt(at) == '+' || literal.charAt(at) == '-')) {
            at++;
        }
        return at < literal.length() && skipDigits(literal, at) == literal.length();
    }

    private static int skipDigits(String literal, int from) {
        int at = from;
        while (at < literal.length() && literal.charAt(at) >= '0' && literal.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
