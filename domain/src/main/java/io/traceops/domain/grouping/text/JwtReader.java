package io.traceops.domain.grouping.text;

/** JSON web tokens: three runs of base64 with dots between, the first of which begins as every JSON object does. */
final class JwtReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int from = scan.at();
        char before = scan.charAt(from - 1);
        if (!scan.startsWith("eyJ", from) || Chars.isBase64Url(before) || before == '.') {
            return false;
        }
        int payload = dotAfterRun(scan, from);
        int signature = payload == LineScan.NONE ? LineScan.NONE : dotAfterRun(scan, payload + 1);
        if (signature == LineScan.NONE) {
            return false;
        }
        scan.replace(TokenKind.TOKEN, skipRun(scan, signature + 1));
        return true;
    }

    private static int dotAfterRun(LineScan scan, int from) {
        int end = skipRun(scan, from);
        return end > from && scan.charAt(end) == '.' ? end : LineScan.NONE;
    }

    private static int skipRun(LineScan scan, int from) {
        int at = from;
        while (Chars.isBase64Url(scan.charAt(at))) {
            at++;
        }
        return at;
    }
}
