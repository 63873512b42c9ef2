package io.traceops.domain.grouping.stack;

/**
 * A file and a line of it, as PHP names them. The line serves to compare two places; it never enters a name.
 *
 * @param file as printed; empty if there is no place
 * @param line its decimal digits; empty for a function of PHP itself
 */
record PhpPlace(String file, String line) {
    static final PhpPlace NONE = new PhpPlace("", "");

    private static final String ON_LINE = " on line ";

    /**
     * The place at the end of a line: {@code … in FILE:12}, {@code … in FILE on line 12}, Monolog's {@code … at FILE:12)},
     * or a line that is nothing but {@code FILE:12}; {@link #NONE} if there is none.
     */
    static PhpPlace at(String text, int from, int to) {
        int end = to;
        while (end > from && isClosing(text.charAt(end - 1))) {
            end--;
        }
        int lineStart = TextScan.dropDigits(text, from, end);
        if (lineStart == end) {
            return NONE;
        }
        int fileEnd = fileEnd(text, from, lineStart);
        int fileStart = fileStart(text, from, fileEnd);
        return fileStart < fileEnd && isPath(text, fileStart, fileEnd, fileStart == from)
                ? new PhpPlace(text.substring(fileStart, fileEnd), text.substring(lineStart, end))
                : NONE;
    }

    boolean isKnown() {
        return !file.isEmpty();
    }

    /** Whether the file is a PHP script, which sets a place apart from a time or from another language's. */
    boolean isScript() {
        return file.endsWith(".php");
    }

    private static boolean isClosing(char character) {
        return character == ')' || character == '"' || character == ',' || character == '.';
    }

    private static int fileEnd(String text, int from, int lineStart) {
        if (TextScan.endsWith(text, from, lineStart, ON_LINE)) {
            return lineStart - ON_LINE.length();
        }
        return TextScan.endsWith(text, from, lineStart, ":") ? lineStart - 1 : from;
    }

    /** The index after the last {@code in} or {@code at} that stands alone before the file. */
    private static int fileStart(String text, int from, int to) {
        int index = to - 1;
        while (index >= from + 3) {
            boolean word = text.charAt(index) == ' ' && text.charAt(index - 3) == ' ';
            if (word && (text.startsWith("in", index - 2) || text.startsWith("at", index - 2))) {
                return index + 1;
            }
            index--;
        }
        return from;
    }

    /** A whole line is a place only if it names a script: a message may end with {@code http://host:80} as well. */
    private static boolean isPath(String text, int from, int to, boolean wholeLine) {
        return TextScan.endsWith(text, from, to, ".php")
                || (!wholeLine && (TextScan.contains(text, from, to, "/") || TextScan.contains(text, from, to, "\\")));
    }
}
