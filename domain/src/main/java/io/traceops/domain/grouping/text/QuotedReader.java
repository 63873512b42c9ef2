package io.traceops.domain.grouping.text;

/**
 * Quoted values, where a stack frame pins the place. The name of a member, as in {@code {"id": 5}}, is no value. An
 * apostrophe inside of a word neither opens nor closes.
 */
final class QuotedReader implements TokenReader {
    private static final String OPENING = "\"'`\u201C\u00AB";
    private static final String CLOSING = "\"''\u201D\u00BB";

    @Override
    public boolean read(LineScan scan) {
        if (!scan.isPinned()) {
            return false;
        }
        int open = scan.at();
        int quote = OPENING.indexOf(scan.charAt(open));
        if (quote < 0 || !opens(scan, open)) {
            return false;
        }
        int close = close(scan, open, quote);
        if (close == LineScan.NONE) {
            return false;
        }
        if (isMemberName(scan, open, close)) {
            scan.keep(close + 1);
        } else {
            scan.replace(TokenKind.QUOTED, close + 1);
        }
        return true;
    }

    /** Whether no word stands before the quote, but for the one letter that Python and others put there. */
    private static boolean opens(LineScan scan, int open) {
        return scan.isWordStart(open)
                || ("bru".indexOf(Chars.toLower(scan.charAt(open - 1))) >= 0 && scan.isWordStart(open - 1));
    }

    /** A search that fails once would fail from every later place of the line, and is not repeated. */
    private static int close(LineScan scan, int open, int quote) {
        boolean escaped = scan.charAt(open - 1) == '\\';
        int search = escaped ? quote + OPENING.length() : quote;
        if (scan.isMissing(search)) {
            return LineScan.NONE;
        }
        for (int at = open + 1; scan.charAt(at) != '\0'; at++) {
            char c = scan.charAt(at);
            if (c == '\\' && !escaped) {
                at++;
            } else if (closes(quote, c) && scan.isWordEnd(at + 1)) {
                return at;
            }
        }
        scan.setMissing(search);
        return LineScan.NONE;
    }

    /** Ruby used to open with a backtick and close with an apostrophe. */
    private static boolean closes(int quote, char c) {
        return c == CLOSING.charAt(quote) || (c == '`' && OPENING.charAt(quote) == '`');
    }

    private static boolean isMemberName(LineScan scan, int open, int close) {
        char before = scan.charAt(open - 1);
        char wider = Chars.isBlank(before) ? scan.charAt(open - 2) : before;
        boolean named = scan.charAt(close + 1) == ':' && (wider == '{' || wider == ',');
        return named && scan.isInk(open, close);
    }
}
