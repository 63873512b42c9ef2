package io.traceops.domain.grouping.stack;

/** Finds the place that the message of a panic or of an eyre report names. */
final class RustPlace {
    private static final String PANICKED = "panicked at ";
    private static final String LOCATION = "Location:";
    private static final String QUOTED_MESSAGE_END = "', ";

    private RustPlace() {}

    /**
     * The file of {@code panicked at src/x.rs:1:2:}, of {@code panicked at 'message', src/x.rs:1:2} (until Rust 1.72; the
     * message may have several lines), or of the line below {@code Location:}; empty if none of the lines names one.
     */
    static String in(String text, LineCursor lines) {
        boolean inMessage = false;
        boolean located = false;
        while (lines.next()) {
            int panicked = text.indexOf(PANICKED, lines.start(), lines.end());
            inMessage |= panicked >= 0;
            String file = "";
            if (located) {
                file = file(text, lines.start(), lines.end());
            } else if (inMessage) {
                int from = panicked < 0 ? lines.start() : panicked + PANICKED.length();
                file = file(text, afterMessage(text, from, lines.end()), withoutColon(text, from, lines.end()));
            }
            if (!file.isEmpty()) {
                return file;
            }
            located = lines.startsWith(LOCATION);
        }
        return "";
    }

    /** The path if the range is {@code path.rs:1:2} or {@code path.rs:1}, else empty. */
    static String file(String text, int from, int to) {
        int end = TextScan.dropPosition(text, from, to);
        return end < to && TextScan.endsWith(text, from, end, ".rs") ? text.substring(from, end) : "";
    }

    private static int withoutColon(String text, int from, int to) {
        return TextScan.endsWith(text, from, to, ":") ? to - 1 : to;
    }

    private static int afterMessage(String text, int from, int to) {
        int index = to - QUOTED_MESSAGE_END.length();
        while (index >= from) {
            if (text.startsWith(QUOTED_MESSAGE_END, index)) {
                return index + QUOTED_MESSAGE_END.length();
            }
            index--;
        }
        return from;
    }
}
