package io.traceops.domain.grouping.stack;

/**
 * One line of a Ruby backtrace as index ranges: {@code path:12:in 'label'}, behind {@code from } or {@code 3: from }, and
 * with the message behind the label of the first frame. Not thread-safe; reads one line after the other.
 */
final class RubyLine {
    private static final String IN = ":in ";
    private static final String FROM = "from ";
    private static final String NUMBERED_FROM = ": from ";

    private final String text;
    private int lineStart;
    private int lineEnd;
    private boolean numbered;
    private int pathStart;
    private int pathEnd;
    private int positionEnd;
    private int labelStart;
    private int labelEnd;

    RubyLine(String text) {
        this.text = text;
    }

    /** Reads the range; false, with nothing to be asked of this line, if it is no frame. */
    boolean read(int from, int to) {
        lineStart = from;
        lineEnd = to;
        pathStart = pathStart(from, to);
        int in = text.indexOf(IN, pathStart, to);
        while (in >= 0) {
            if (isFrame(in, to)) {
                return true;
            }
            in = text.indexOf(IN, in + IN.length(), to);
        }
        return false;
    }

    /** Whether the line carries its depth, as in a trace that has its newest call last. */
    boolean isNumbered() {
        return numbered;
    }

    String path() {
        return text.substring(pathStart, pathEnd);
    }

    String label() {
        return text.substring(labelStart, labelEnd);
    }

    String raw() {
        return text.substring(lineStart, lineEnd);
    }

    /** Whether both lines name the same line of the same file. */
    boolean isAtPositionOf(RubyLine other) {
        int length = positionEnd - pathStart;
        return length == other.positionEnd - other.pathStart
                && text.regionMatches(pathStart, text, other.pathStart, length);
    }

    private int pathStart(int from, int to) {
        int digitsEnd = TextScan.skipDigits(text, from, to);
        numbered = digitsEnd > from && TextScan.startsWith(text, digitsEnd, to, NUMBERED_FROM);
        if (numbered) {
            return digitsEnd + NUMBERED_FROM.length();
        }
        return TextScan.startsWith(text, from, to, FROM) ? from + FROM.length() : from;
    }

    private boolean isFrame(int in, int to) {
        positionEnd = in;
        pathEnd = TextScan.dropColonNumber(text, pathStart, in);
        labelStart = in + IN.length() + 1;
        boolean quoted = labelStart < to && isQuote(text.charAt(labelStart - 1));
        labelEnd = quoted ? text.indexOf('\'', labelStart, to) : -1;
        return labelEnd > labelStart && pathEnd > pathStart && pathEnd < in;
    }

    private static boolean isQuote(char character) {
        return character == '`' || character == '\'';
    }
}
