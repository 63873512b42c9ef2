package io.traceops.domain.grouping.text;

import io.traceops.domain.grouping.text.Units.Dimension;

/** A number with a unit of time or of size: {@code 30000ms}, {@code 1.5 GiB}, {@code 1h5m3s}, {@code PT5M}. */
final class QuantityReader implements TokenReader {
    private static final int ISO_LENGTH_MAX = 40;

    /** The most durations in a row: there are no more units than these. */
    private static final int ROW_MAX = 8;

    @Override
    public boolean read(LineScan scan) {
        int from = scan.at();
        if (scan.charAt(from) == 'P') {
            int end = isoEnd(scan, from);
            return end != LineScan.NONE && replaced(scan, TokenKind.DURATION, end);
        }
        return Chars.isDigit(scan.charAt(from)) && readNumber(scan);
    }

    private static boolean readNumber(LineScan scan) {
        int end = numberEnd(scan, scan.at());
        int unitStart = Chars.isBlank(scan.charAt(end)) ? end + 1 : end;
        int unitEnd = unitEnd(scan, unitStart);
        Dimension dimension = dimension(scan, unitStart, unitEnd, unitStart == end);
        return switch (dimension) {
            case DURATION -> replaced(scan, TokenKind.DURATION, unitStart == end ? rowEnd(scan, unitEnd) : unitEnd);
            case SIZE -> scan.isWordEnd(unitEnd) && replaced(scan, TokenKind.SIZE, unitEnd);
            case NEITHER -> false;
        };
    }

    private static boolean replaced(LineScan scan, TokenKind kind, int end) {
        if (end == LineScan.NONE || !scan.isWordEnd(end)) {
            return false;
        }
        scan.replace(kind, end);
        return true;
    }

    /** The end of the durations that follow the first without a blank, as in {@code 1h5m3s}. */
    private static int rowEnd(LineScan scan, int first) {
        int end = first;
        for (int parts = 1; parts < ROW_MAX && Chars.isDigit(scan.charAt(end)); parts++) {
            int unitStart = numberEnd(scan, end);
            int unitEnd = unitEnd(scan, unitStart);
            if (dimension(scan, unitStart, unitEnd, true) != Dimension.DURATION) {
                return LineScan.NONE;
            }
            end = unitEnd;
        }
        return end;
    }

    private static int numberEnd(LineScan scan, int from) {
        int end = Numbers.integerEnd(scan, from);
        boolean fraction = scan.charAt(end) == '.' && Chars.isDigit(scan.charAt(end + 1));
        return fraction ? scan.skipDigits(end + 1) : end;
    }

    private static int unitEnd(LineScan scan, int from) {
        int end = from;
        while (isUnit(scan.charAt(end)) && end - from <= Units.LENGTH_MAX) {
            end++;
        }
        return end;
    }

    private static boolean isUnit(char c) {
        return Chars.isLetter(c) || c == '\u00B5' || c == '\u03BC';
    }

    private static Dimension dimension(LineScan scan, int from, int to, boolean attached) {
        if (to == from || to - from > Units.LENGTH_MAX) {
            return Dimension.NEITHER;
        }
        String unit = scan.substring(from, to);
        return attached ? Units.attached(unit) : Units.spaced(unit);
    }

    /** The end of a duration after ISO 8601, such as {@code P1DT2H} or {@code PT0.5S}. */
    private static int isoEnd(LineScan scan, int from) {
        int at = from + 1;
        boolean number = false;
        while (at - from < ISO_LENGTH_MAX) {
            char c = scan.charAt(at);
            if (c == 'T' && !Chars.isDigit(scan.charAt(at - 1)) && Chars.isDigit(scan.charAt(at + 1))) {
                at++;
            } else if (Chars.isDigit(c)) {
                int end = numberEnd(scan, at);
                if ("YMWDHS".indexOf(scan.charAt(end)) < 0) {
                    return LineScan.NONE;
                }
                number = true;
                at = end + 1;
            } else {
                break;
            }
        }
        return number ? at : LineScan.NONE;
    }
}
