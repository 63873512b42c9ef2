package io.traceops.domain.grouping.text;

/** Numbers with their sign: one that no word or number stands before, since {@code 5-3} and {@code a-3} have none. */
final class SignedNumberReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int sign = scan.at();
        if (!Chars.isSign(scan.charAt(sign))
                || !Chars.isDigit(scan.charAt(sign + 1))
                || !opensNumber(scan.charAt(sign - 1))) {
            return false;
        }
        return NumberReader.read(scan, sign + 1);
    }

    private static boolean opensNumber(char before) {
        return before == '\0' || Chars.isBlank(before) || "([{=:,<>|\"'".indexOf(before) >= 0;
    }
}
