package io.traceops.domain.grouping.text;

/**
 * What is written in hexadecimal or in a close relative of it: UUIDs, ObjectIds, ULIDs, numbers with {@code 0x}, and
 * bare digits if there are eight or more. Decimal digits alone are a number, letters alone may be a word.
 */
final class HexReader implements TokenReader {
    private static final int LENGTH_MIN = 8;
    private static final int OBJECT_ID_LENGTH = 24;
    private static final int ULID_LENGTH = 26;

    /** The lengths of the groups of a UUID behind its first. */
    private static final int[] UUID_GROUPS = {4, 4, 4, 12};

    @Override
    public boolean read(LineScan scan) {
        int from = scan.at();
        int end = scan.skipHex(from);
        if (end - from == LENGTH_MIN) {
            int uuidEnd = uuidEnd(scan, end);
            if (uuidEnd != LineScan.NONE) {
                scan.replace(TokenKind.UUID, uuidEnd);
                return true;
            }
        }
        if (end - from >= LENGTH_MIN && scan.isWordEnd(end) && isMixed(scan, from, end)) {
            scan.replace(end - from == OBJECT_ID_LENGTH ? TokenKind.ID : TokenKind.HEX, end);
            return true;
        }
        return readPrefixed(scan) || readUlid(scan);
    }

    private static int uuidEnd(LineScan scan, int firstGroupEnd) {
        int at = firstGroupEnd;
        for (int length : UUID_GROUPS) {
            int groupEnd = at + 1 + length;
            if (scan.charAt(at) != '-') {
                return LineScan.NONE;
            }
            for (int i = at + 1; i < groupEnd; i++) {
                if (!Chars.isHex(scan.charAt(i))) {
                    return LineScan.NONE;
                }
            }
            at = groupEnd;
        }
        return scan.isWordEnd(at) ? at : LineScan.NONE;
    }

    private static boolean readPrefixed(LineScan scan) {
        int from = scan.at();
        if (scan.charAt(from) != '0' || Chars.toLower(scan.charAt(from + 1)) != 'x') {
            return false;
        }
        int end = scan.skipHex(from + 2);
        if (end == from + 2 || !scan.isWordEnd(end)) {
            return false;
        }
        scan.replace(TokenKind.HEX, end);
        return true;
    }

    /** 26 characters of Crockford's alphabet in one case, of which the first is at most 7. */
    private static boolean readUlid(LineScan scan) {
        int from = scan.at();
        int end = from + ULID_LENGTH;
        char first = scan.charAt(from);
        if (first < '0' || first > '7' || !scan.isWordEnd(end)) {
            return false;
        }
        boolean lower = false;
        boolean upper = false;
        for (int i = from; i < end; i++) {
            char c = scan.charAt(i);
            if (!isCrockford(c)) {
                return false;
            }
            lower |= Chars.isLower(c);
            upper |= Chars.isUpper(c);
        }
        if (lower == upper) {
            return false;
        }
        scan.replace(TokenKind.ID, end);
        return true;
    }

    private static boolean isCrockford(char c) {
        return Chars.isAlphanumeric(c) && "ilou".indexOf(Chars.toLower(c)) < 0;
    }

    private static boolean isMixed(LineScan scan, int from, int to) {
        boolean digit = false;
        boolean letter = false;
        for (int i = from; i < to; i++) {
            boolean isDigit = Chars.isDigit(scan.charAt(i));
            digit |= isDigit;
            letter |= !isDigit;
        }
        return digit && letter;
    }
}
