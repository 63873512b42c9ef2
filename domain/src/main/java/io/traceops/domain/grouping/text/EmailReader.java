package io.traceops.domain.grouping.text;

/** E-mail addresses, whose domain has a dot: {@code root@localhost} and {@code Class@1b2c3d} are none. */
final class EmailReader implements TokenReader {
    private static final int TOP_LEVEL_LENGTH_MIN = 2;

    /** Tried only where a run of an address's characters begins, so that no run is walked twice. */
    @Override
    public boolean read(LineScan scan) {
        if (isLocal(scan.charAt(scan.at() - 1))) {
            return false;
        }
        int at = scan.at();
        while (isLocal(scan.charAt(at))) {
            at++;
        }
        int end = scan.charAt(at) == '@' ? domainEnd(scan, at + 1) : LineScan.NONE;
        if (end == LineScan.NONE) {
            return false;
        }
        scan.replace(TokenKind.EMAIL, end);
        return true;
    }

    private static int domainEnd(LineScan scan, int from) {
        int end = from;
        while (isDomain(scan.charAt(end))) {
            end++;
        }
        while (end > from && !Chars.isAlphanumeric(scan.charAt(end - 1))) {
            end--;
        }
        int label = end;
        while (label > from && Chars.isLetter(scan.charAt(label - 1))) {
            label--;
        }
        boolean hasTopLevel = end - label >= TOP_LEVEL_LENGTH_MIN && label - 1 > from && scan.charAt(label - 1) == '.';
        return hasTopLevel && scan.isWordEnd(end) ? end : LineScan.NONE;
    }

    private static boolean isLocal(char c) {
        return Chars.isAlphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isDomain(char c) {
        return Chars.isAlphanumeric(c) || c == '.' || c == '-';
    }
}
