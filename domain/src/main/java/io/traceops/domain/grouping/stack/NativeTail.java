package io.traceops.domain.grouping.stack;

/**
 * What stands behind the name of a function in a line of a native backtrace: an offset, a file, a library; and so where
 * the name ends. Not thread-safe; reads one line after the other.
 */
final class NativeTail {
    private static final String AT = " at ";
    private static final String IN = " in ";
    private static final String FROM = " from ";
    private static final String BUILD_ID = " (BuildId: ";
    private static final String OFFSET = " + ";

    private final String text;
    private int nameEnd;
    private int fileStart;
    private int fileEnd;
    private int imageStart;
    private int imageEnd;

    NativeTail(String text) {
        this.text = text;
    }

    /** The name reaches to the end of the line. */
    void none(int to) {
        nameEnd = to;
        fileStart = to;
        fileEnd = to;
        imageStart = to;
        imageEnd = to;
    }

    int nameEnd() {
        return nameEnd;
    }

    String file() {
        return text.substring(fileStart, fileEnd);
    }

    String image() {
        return text.substring(imageStart, imageEnd);
    }

    /** Reads the tail of gdb ({@code at file:1}, {@code from library}), Boost and the sanitizers; false if there is none. */
    boolean readDebugger(int from, int lineEnd) {
        int buildId = text.indexOf(BUILD_ID, from, lineEnd);
        int to = buildId < 0 ? lineEnd : buildId;
        none(to);
        return readFileAfter(AT, from, to)
                || readImageAfter(FROM, from, to)
                || readImageAfter(IN, from, to)
                || readImageInParentheses(from, to)
                || readFileAfter(" ", from, to);
    }

    /** Reads {@code name + 24 in program at file:1:2}; all but the program is optional. */
    void readSwift(int from, int to) {
        none(to);
        readFileAfter(AT, from, to);
        readImageAfter(IN, from, nameEnd);
        dropOffset(from);
    }

    /** Reads {@code name + 24 (File.swift:31)}; both are optional. */
    void readApple(int from, int to) {
        none(to);
        int open = TextScan.lastIndexOf(text, from, to, " (");
        if (open >= 0 && TextScan.endsWith(text, open, to, ")")) {
            int end = TextScan.dropPosition(text, open + 2, to - 1);
            if (end < to - 1) {
                fileStart = open + 2;
                fileEnd = end;
                nameEnd = open;
            }
        }
        dropOffset(from);
    }

    /** Reads a name up to its offset, such as {@code name+0x1d}. */
    void readOffset(int from, int to, String sign) {
        none(Math.max(from, to));
        int offset = TextScan.lastIndexOf(text, from, to, sign);
        if (offset >= 0) {
            nameEnd = offset;
        }
    }

    private boolean readFileAfter(String word, int from, int to) {
        int index = TextScan.lastIndexOf(text, from, to, word);
        int start = index + word.length();
        int end = index < 0 ? to : TextScan.dropPosition(text, start, to);
        if (end == to) {
            return false;
        }
        fileStart = start;
        fileEnd = end;
        nameEnd = index;
        return true;
    }

    /** A library is one word, and does not begin what stands in parentheses. */
    private boolean readImageAfter(String word, int from, int to) {
        int index = TextScan.lastIndexOf(text, from, to, word);
        int start = index + word.length();
        if (index < 0 || text.indexOf('(', start, to) >= 0) {
            return false;
        }
        imageStart = start;
        imageEnd = to;
        nameEnd = index;
        return true;
    }

    /** Reads {@code (library+0x23d0a)}. */
    private boolean readImageInParentheses(int from, int to) {
        int open = Math.max(from - 1, TextScan.lastIndexOf(text, from, to, " ("));
        int offset = TextScan.lastIndexOf(text, from, to, "+0x");
        if (!TextScan.endsWith(text, from, to, ")")
                || !TextScan.startsWith(text, open + 1, to, "(")
                || offset < open + 2) {
            return false;
        }
        imageStart = open + 2;
        imageEnd = offset;
        nameEnd = Math.max(from, open);
        return true;
    }

    private void dropOffset(int from) {
        int offset = TextScan.lastIndexOf(text, from, nameEnd, OFFSET);
        if (offset >= 0) {
            nameEnd = offset;
        }
    }
}
