package io.traceops.domain.grouping.stack;

/**
 * Takes out of one segment of a path what a build or a release put there: versions, dates, build numbers, hashes. A
 * segment is read as pieces between {@code . - _ @ ~ +}; a piece that is such a mark goes together with the delimiter
 * before it, so {@code main.3f2a9c.js} becomes {@code main.js} and {@code shop-1.4.2} becomes {@code shop}.
 */
final class BuildMarks {
    private static final int NUMBER_LENGTH_MIN = 5;
    private static final int HEX_LENGTH_MIN = 6;
    private static final int DATE_LENGTH_MIN = 8;
    private static final int TOKEN_LENGTH_MIN = 20;
    private static final int UUID_LENGTH = 36;

    private BuildMarks() {}

    /** The segment without its marks; empty if it consists of them, or of digits alone. */
    static String removed(String segment) {
        int length = segment.length();
        if (firstDigit(segment) == length) {
            return segment;
        }
        if (TextScan.skipDigits(segment, 0, length) == length || isUuid(segment)) {
            return "";
        }
        StringBuilder kept = new StringBuilder(length);
        int index = 0;
        while (index < length) {
            int piece = isDelimiter(segment.charAt(index)) ? index + 1 : index;
            int version = versionEnd(segment, piece);
            int end = version > 0 ? version : pieceEnd(segment, piece);
            if (version < 0 && !isMark(segment, piece, end)) {
                kept.append(segment, index, end);
            }
            index = end;
        }
        boolean beginsWithRest = !kept.isEmpty() && kept.charAt(0) != segment.charAt(0) && isDelimiter(kept.charAt(0));
        return beginsWithRest ? kept.substring(1) : kept.toString();
    }

    private static int firstDigit(String segment) {
        int index = 0;
        while (index < segment.length() && !TextScan.isDigit(segment.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int pieceEnd(String segment, int from) {
        int index = from;
        while (index < segment.length() && !isDelimiter(segment.charAt(index))) {
            index++;
        }
        return index;
    }

    /**
     * The end of a version or a date that begins here, or -1: two numbers or more with dots between them, or three or
     * more with any delimiters.
     */
    private static int versionEnd(String segment, int from) {
        int index = from;
        if (segment.startsWith("v", from)) {
            index++;
        }
        int numbers = 0;
        boolean dotted = true;
        int end = from;
        int digitsEnd = TextScan.skipDigits(segment, index, segment.length());
        while (digitsEnd > index && isPieceEnd(segment, digitsEnd)) {
            dotted &= numbers == 0 || segment.charAt(index - 1) == '.';
            numbers++;
            end = digitsEnd;
            index = digitsEnd + 1;
            digitsEnd = TextScan.skipDigits(segment, index, segment.length());
        }
        return numbers >= 3 || (numbers == 2 && dotted) ? end : -1;
    }

    private static boolean isPieceEnd(String segment, int index) {
        return index >= segment.length() || isDelimiter(segment.charAt(index));
    }

    private static boolean isMark(String segment, int from, int to) {
        int length = to - from;
        if (length < NUMBER_LENGTH_MIN) {
            return false;
        }
        int digitsEnd = TextScan.skipDigits(segment, from, to);
        if (digitsEnd == to) {
            return true;
        }
        if (digitsEnd - from >= DATE_LENGTH_MIN && isTime(segment, digitsEnd, to)) {
            return true;
        }
        boolean digit = hasDigit(segment, from, to);
        boolean hex = length >= HEX_LENGTH_MIN && TextScan.skipHex(segment, from, to) == to;
        return digit && (hex || length >= TOKEN_LENGTH_MIN);
    }

    /** Whether only what follows the date in {@code 20260102T153000Z} stands here. */
    private static boolean isTime(String segment, int from, int to) {
        int digits = segment.startsWith("T", from) ? from + 1 : from;
        int digitsEnd = TextScan.skipDigits(segment, digits, to);
        return digitsEnd == to || (digitsEnd == to - 1 && segment.charAt(digitsEnd) == 'Z');
    }

    private static boolean hasDigit(String segment, int from, int to) {
        for (int index = from; index < to; index++) {
            if (TextScan.isDigit(segment.charAt(index))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUuid(String segment) {
        if (segment.length() != UUID_LENGTH) {
            return false;
        }
        for (int index = 0; index < UUID_LENGTH; index++) {
            boolean dash = index == 8 || index == 13 || index == 18 || index == 23;
            char character = segment.charAt(index);
            if (dash ? character != '-' : !TextScan.isHex(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDelimiter(char character) {
        return switch (character) {
            case '.', '-', '_', '@', '~', '+' -> true;
            default -> false;
        };
    }
}
