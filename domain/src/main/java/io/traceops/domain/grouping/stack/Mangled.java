package io.traceops.domain.grouping.stack;

/**
 * Reads the plain ones among the mangled names of the Itanium ABI, such as {@code _ZN4shop4Cart3addEi}: a path of
 * identifiers. Names with template arguments, operators or substitutions stay as they are; they identify their function
 * as well, they only read badly.
 */
final class Mangled {
    private static final String FUNCTION = "_Z";
    private static final String STANDARD = "St";
    private static final String METHOD_QUALIFIERS = "rVKRO";
    private static final int HASH_LENGTH = 17;

    /** More digits are no length of an identifier, and would not fit an {@code int}. */
    private static final int LENGTH_DIGITS_MAX = 6;

    private final String symbol;
    private final StringBuilder path = new StringBuilder();
    private int index;

    private Mangled(String symbol, int index) {
        this.symbol = symbol;
        this.index = index;
    }

    static String demangled(String symbol) {
        if (!symbol.startsWith(FUNCTION)) {
            return symbol;
        }
        boolean nested = symbol.startsWith("N", FUNCTION.length());
        Mangled name = new Mangled(symbol, nested ? FUNCTION.length() + 1 : FUNCTION.length());
        return (nested ? name.readPath() : name.readIdentifier()) ? name.path.toString() : symbol;
    }

    private boolean readPath() {
        while (index < symbol.length() && METHOD_QUALIFIERS.indexOf(symbol.charAt(index)) >= 0) {
            index++;
        }
        if (symbol.startsWith(STANDARD, index)) {
            path.append("std");
            index += STANDARD.length();
        }
        boolean read = readIdentifier();
        while (read && !symbol.startsWith("E", index)) {
            read = readIdentifier();
        }
        return read;
    }

    /** Reads a length and as many characters; the hash behind a function of Rust's is left out. */
    private boolean readIdentifier() {
        int digitsEnd = TextScan.skipDigits(symbol, index, symbol.length());
        int digits = digitsEnd - index;
        if (digits == 0 || digits > LENGTH_DIGITS_MAX) {
            return false;
        }
        int length = Integer.parseInt(symbol, index, digitsEnd, 10);
        int end = digitsEnd + length;
        if (length == 0 || end > symbol.length()) {
            return false;
        }
        index = end;
        if (!isHash(digitsEnd, end)) {
            path.append(path.isEmpty() ? "" : "::").append(symbol, digitsEnd, end);
        }
        return true;
    }

    private boolean isHash(int from, int to) {
        return to - from == HASH_LENGTH && symbol.charAt(from) == 'h' && TextScan.skipHex(symbol, from + 1, to) == to;
    }
}
