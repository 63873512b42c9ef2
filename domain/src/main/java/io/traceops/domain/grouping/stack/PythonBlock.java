package io.traceops.domain.grouping.stack;

/**
 * The part of a Python traceback that decides, as the range {@code [from, to)} of the text. Exception groups are drawn
 * with {@code |} and {@code +} in the margin, one step deeper for each level.
 */
record PythonBlock(int from, int to) {
    static final String HEADER = "Traceback (most recent call last):";

    private static final String GROUP_HEADER = "Exception Group " + HEADER;
    private static final String TOP_GROUP_HEADER = "+ " + GROUP_HEADER;
    private static final String HEADER_WITHOUT_MARGIN = '\n' + HEADER;
    private static final String FRAME = "File \"";
    private static final String MEMBER = "+-";

    static PythonBlock deciding(String text) {
        int group = text.lastIndexOf(TOP_GROUP_HEADER);
        int thrown = text.lastIndexOf(HEADER_WITHOUT_MARGIN);
        if (group < 0 || thrown > group) {
            return lastWithin(text, 0, text.length());
        }
        int after = group + TOP_GROUP_HEADER.length();
        int member = firstPlainHeader(text, after);
        // A group of exceptions that were never raised has but its own frames.
        int from = member < 0 ? after : member;
        return lastWithin(text, from, memberEnd(text, from));
    }

    /** The index behind the margin and the blanks that a line begins with. */
    static int skipMargin(String text, int from, int to) {
        int index = from;
        while (index < to && (text.charAt(index) <= ' ' || text.charAt(index) == '|')) {
            index++;
        }
        return index;
    }

    /** The last block of the range that has a frame. */
    private static PythonBlock lastWithin(String text, int from, int to) {
        int frame = text.lastIndexOf(FRAME, to);
        int header = text.lastIndexOf(HEADER, Math.max(frame, 0));
        return new PythonBlock(Math.max(from, header), to);
    }

    private static int firstPlainHeader(String text, int from) {
        LineCursor lines = LineCursor.within(text, from, text.length());
        while (lines.next()) {
            int start = skipMargin(text, lines.start(), lines.end());
            if (text.startsWith(HEADER, start)) {
                return start;
            }
        }
        return -1;
    }

    /** Where the next member of the group begins, or the group ends. */
    private static int memberEnd(String text, int from) {
        LineCursor lines = LineCursor.within(text, from, text.length());
        while (lines.next()) {
            int start = skipMargin(text, lines.start(), lines.end());
            if (text.startsWith(MEMBER, start)) {
                return lines.start();
            }
        }
        return text.length();
    }
}
