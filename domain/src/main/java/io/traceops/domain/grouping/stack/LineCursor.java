package io.traceops.domain.grouping.stack;

/**
 * The lines of a text one after the other, as index ranges without their surrounding blanks, so that no line is copied.
 * A blank is any character up to and including the space, which takes in the carriage return of {@code \r\n}.
 *
 * <p>Before the first {@link #next()} there is no line. Not thread-safe.
 */
final class LineCursor {
    /**
     * The most lines that a dialect looks at to recognise itself: a message of many lines may stand before the frames.
     */
    static final int LEADING_LINES_MAX = 100;

    /** The most characters that a dialect looks at to recognise itself. */
    static final int LEADING_LENGTH_MAX = 64 * 1024;

    private final String text;
    private final int limit;
    private int linesLeft;
    private int nextLine;
    private int lineStart;
    private int start;
    private int end;

    private LineCursor(String text, int from, int to, int linesMax) {
        this.text = text;
        this.limit = to;
        this.linesLeft = linesMax;
        this.nextLine = from;
    }

    static LineCursor over(String text) {
        return within(text, 0, text.length());
    }

    /** The lines that begin in {@code [from, to)}; the last one is cut at {@code to}. */
    static LineCursor within(String text, int from, int to) {
        return new LineCursor(text, from, to, Integer.MAX_VALUE);
    }

    /** The bounded number of leading lines that recognition may depend on. */
    static LineCursor leading(String text) {
        return new LineCursor(text, 0, Math.min(text.length(), LEADING_LENGTH_MAX), LEADING_LINES_MAX);
    }

    /** The index after the first lines of the text, as many as asked for and there are. */
    static int endOfLines(String text, int lines) {
        int end = -1;
        for (int line = 0; line < lines; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return end + 1;
    }

    /** Moves to the next line; false if there is none. */
    boolean next() {
        if (nextLine >= limit || linesLeft == 0) {
            return false;
        }
        linesLeft--;
        int newline = text.indexOf('\n', nextLine, limit);
        end = newline < 0 ? limit : newline;
        lineStart = nextLine;
        nextLine = end + 1;
        start = TextScan.skipBlanks(text, lineStart, end);
        end = TextScan.dropBlanks(text, start, end);
        return true;
    }

    /** Moves to the next line that is not blank; false if there is none. */
    boolean nextNonBlank() {
        while (next()) {
            if (start < end) {
                return true;
            }
        }
        return false;
    }

    /** The index of the line's first character that is no blank. */
    int start() {
        return start;
    }

    /** The index after the line's last character that is no blank. */
    int end() {
        return end;
    }

    /** How many blanks stand before the line's text. */
    int indent() {
        return start - lineStart;
    }

    boolean startsWith(String prefix) {
        return TextScan.startsWith(text, start, end, prefix);
    }

    boolean endsWith(String suffix) {
        return TextScan.endsWith(text, start, end, suffix);
    }

    /** The line without its surrounding blanks. */
    String line() {
        return text.substring(start, end);
    }
}
