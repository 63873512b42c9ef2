package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Finds the blocks of a JVM's trace: the thrown exception, then one {@code Caused by:} after the other. Headers that
 * are indented deeper than the first line belong to suppressed exceptions and are no links of the chain. A header names
 * a class; anything else behind the prefix, such as {@code [CIRCULAR REFERENCE: …]}, is a remark.
 */
final class JvmCauses {
    private static final String CAUSED_BY = "Caused by: ";
    private static final String SUPPRESSED = "Suppressed: ";
    private static final String WRAPPED_BY = "Wrapped by: ";
    private static final String THREAD = "Exception in thread \"";
    private static final String THREAD_END = "\" ";

    private final String text;
    private final int indentMax;

    JvmCauses(String text) {
        this.text = text;
        LineCursor lines = LineCursor.over(text);
        this.indentMax = lines.nextNonBlank() ? lines.indent() : 0;
    }

    /** Where the innermost block begins; 0 if no cause is named. */
    int innermost() {
        int innermost = 0;
        int header = text.indexOf(CAUSED_BY);
        while (header >= 0) {
            innermost = isLink(header) ? header : innermost;
            header = text.indexOf(CAUSED_BY, header + CAUSED_BY.length());
        }
        return innermost;
    }

    /** Where the block begins that encloses the one at {@code block}; -1 if that is the outermost one. */
    int enclosing(int block) {
        if (block == 0) {
            return -1;
        }
        int header = text.lastIndexOf(CAUSED_BY, block - 1);
        while (header > 0 && !isLink(header)) {
            header = text.lastIndexOf(CAUSED_BY, header - 1);
        }
        return Math.max(0, header);
    }

    /** The class of the innermost exception, normalised; empty if the text begins with a frame or names none. */
    Optional<String> innermostType() {
        LineCursor lines = LineCursor.within(text, innermost(), text.length());
        while (lines.next() && !JvmFrames.isFrame(text, lines)) {
            int from = typeStart(lines);
            int to = typeEnd(from, lines.end());
            if (to > from) {
                return Optional.of(JvmName.of(text.substring(from, to), "").type());
            }
        }
        return Optional.empty();
    }

    /** Whether the line begins another block than the one that was being read. */
    boolean isHeader(LineCursor line) {
        return (line.startsWith(CAUSED_BY) && isLink(line.start()))
                || namesType(line, SUPPRESSED)
                || namesType(line, WRAPPED_BY);
    }

    private boolean namesType(LineCursor line, String prefix) {
        int from = line.start() + prefix.length();
        return line.startsWith(prefix) && typeEnd(from, line.end()) > from;
    }

    private int typeStart(LineCursor line) {
        if (line.startsWith(CAUSED_BY)) {
            return line.start() + CAUSED_BY.length();
        }
        int end = line.startsWith(THREAD) ? text.indexOf(THREAD_END, line.start() + THREAD.length(), line.end()) : -1;
        return end < 0 ? line.start() : end + THREAD_END.length();
    }

    private boolean isLink(int header) {
        int lineStart = header;
        while (lineStart > 0 && header - lineStart <= indentMax && isIndent(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        if (header - lineStart > indentMax || (lineStart > 0 && text.charAt(lineStart - 1) != '\n')) {
            return false;
        }
        // Only now the end of the line: a long line of causes would be searched again for each of them.
        int type = header + CAUSED_BY.length();
        int newline = text.indexOf('\n', type);
        int lineEnd = TextScan.dropBlanks(text, type, newline < 0 ? text.length() : newline);
        return typeEnd(type, lineEnd) > type;
    }

    private static boolean isIndent(char character) {
        return character == ' ' || character == '\t';
    }

    /**
     * The end of the name of an exception's class, or {@code from} if none stands here. A qualified name is one if its
     * line or a colon ends it, or if its last part begins in upper case; a simple name has to say that it is an error.
     */
    private int typeEnd(int from, int to) {
        int end = from;
        int dot = -1;
        while (end < to && isNamePart(text.charAt(end))) {
            dot = text.charAt(end) == '.' ? end : dot;
            end++;
        }
        if (TextScan.startsWith(text, from, to, ".") || dot == end - 1) {
            return from;
        }
        boolean terminated = end == to || text.charAt(end) == ':';
        boolean named = dot < 0
                ? TextScan.endsWith(text, from + 1, end, "Exception") || TextScan.endsWith(text, from + 1, end, "Error")
                : terminated || Character.isUpperCase(text.charAt(dot + 1));
        return named ? end : from;
    }

    private static boolean isNamePart(char character) {
        return character == '.' || Character.isJavaIdentifierPart(character);
    }
}
