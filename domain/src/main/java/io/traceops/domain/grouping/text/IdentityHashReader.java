package io.traceops.domain.grouping.text;

/** The hash that Java prints for an object without a text of its own: {@code Order@1b2c3d}, {@code [B@6d06d69c}. */
final class IdentityHashReader implements TokenReader {
    /** Shorter ones are versions, as in {@code react@18}. */
    private static final int LENGTH_MIN = 5;

    private static final int LENGTH_MAX = 16;

    @Override
    public boolean read(LineScan scan) {
        int from = scan.at();
        if (scan.charAt(from) != '@' || !isClassEnd(scan.charAt(from - 1))) {
            return false;
        }
        int end = scan.skipHex(from + 1);
        int length = end - from - 1;
        boolean goesOn = scan.charAt(end) == '.' && Chars.isAlphanumeric(scan.charAt(end + 1));
        if (length < LENGTH_MIN || length > LENGTH_MAX || goesOn || !scan.isWordEnd(end)) {
            return false;
        }
        scan.keep(from + 1);
        scan.replace(TokenKind.HEX, end);
        return true;
    }

    private static boolean isClassEnd(char c) {
        return Chars.isWord(c) || c == '$' || c == ']' || c == ';' || c == '_';
    }
}
