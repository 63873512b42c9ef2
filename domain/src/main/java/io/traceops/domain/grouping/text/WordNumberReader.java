package io.traceops.domain.grouping.text;

/**
 * Long numbers inside of words, as in {@code order12345}. Behind a capital they are a code, as in {@code AADSTS50034},
 * and behind a word such as {@code errno} they are one too.
 */
final class WordNumberReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int end = scan.skipWord(scan.at());
        boolean found = false;
        int at = scan.at();
        while (at < end) {
            if (!Chars.isDigit(scan.charAt(at))) {
                at++;
                continue;
            }
            int digitsEnd = scan.skipDigits(at);
            boolean isLong = digitsEnd - at >= NumberReader.LONG_DIGITS_MIN;
            if (isLong && !Chars.isUpper(scan.charAt(at - 1))) {
                scan.keep(at);
                scan.replace(TokenKind.INT, digitsEnd);
                found = true;
            }
            at = digitsEnd;
        }
        return found;
    }
}
