package io.traceops.domain.grouping.text;

/**
 * Long numbers at the end of a word, as in {@code order12345}. Behind a capital they are a code, as in
 * {@code AADSTS50034}, and behind a word such as {@code errno} they are one too. Numbers in the midst of a word are a
 * part of it.
 */
final class WordNumberReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int number = scan.at();
        while (Chars.isLetter(scan.charAt(number))) {
            number++;
        }
        int end = scan.skipDigits(number);
        boolean isLong = end - number >= NumberReader.LONG_DIGITS_MIN && scan.isWordEnd(end);
        if (!isLong || Chars.isUpper(scan.charAt(number - 1))) {
            return false;
        }
        scan.keep(number);
        scan.replace(TokenKind.INT, end);
        return true;
    }
}
