package io.traceops.domain.grouping.text;

/**
 * Long numbers at the end of a word, as in {@code order12345}. Behind a capital a number of a few digits is a code, as in
 * {@code AADSTS50034}, but not a longer one, as in {@code INV20231234}. Behind a word such as {@code errno} it is one too.
 * Numbers in the midst of a word are a part of it.
 */
final class WordNumberReader implements TokenReader {
    /** The most digits of a code behind a capital. */
    private static final int CODE_DIGITS_MAX = 6;

    @Override
    public boolean read(LineScan scan) {
        int number = scan.at();
        while (Chars.isLetter(scan.charAt(number))) {
            number++;
        }
        int end = scan.skipDigits(number);
        boolean isLong = end - number >= NumberReader.LONG_DIGITS_MIN && scan.isWordEnd(end);
        boolean isCode = Chars.isUpper(scan.charAt(number - 1)) && end - number <= CODE_DIGITS_MAX;
        if (!isLong || isCode) {
            return false;
        }
        scan.keep(number);
        scan.replace(TokenKind.INT, end);
        return true;
    }
}
