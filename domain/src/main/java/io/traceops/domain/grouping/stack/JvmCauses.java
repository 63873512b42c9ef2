package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Finds the blocks of a JVM's trace: the thrown exception, then one {@code Caused by:} after the other. Headers that are
 * indented deeper than the first line belong to suppressed exceptions and are no links of the chain. A header names a
 * class, or it is a line of a message; {@code [CIRCULAR REFERENCE: …]} names one that was printed before and is no block.
 */
final class JvmCauses {
    private static final String CAUSED_BY = "Caused by: ";
    private static final String CIRCULAR = "[CIRCULAR REFERENCE";
    private static final String THREAD = "Exception in thread \"";
    private static final String THREAD_END = "\" ";

    private JvmCauses() {}

    /** Where the innermost block begins; 0 if no cause is named. */
    static int innermost(String text) {
        int indentMax = -1;
        int innermost = 0;
        int header = text.indexOf(CAUSED_BY);
        while (header >= 0) {
            indentMax = indentMax < 0 ? indentOfFirstLine(text) : indentMax;
            innermost = isLink(text, header, indentMax) ? header : innermost;
            header = text.indexOf(CAUSED_BY, header + CAUSED_BY.length());
        }
        return innermost;
    }

    /** Where the block begins that encloses the one at {@code block}; -1 if that is the outermost one. */
    static int enclosing(String text, int block) {
        if (block == 0) {
            return -1;
        }
        int indentMax = indentOfFirstLine(text);
        int header = text.lastIndexOf(CAUSED_BY, block - 1);
        while (header > 0 && !isLink(text, header, indentMax)) {
            header = text.lastIndexOf(CAUSED_BY, header - 1);
        }
        return Math.max(0, header);
    }

    /** The class of the innermost exception, normalised; empty if the text begins with a frame or names none. */
    static Optional<String> innermostType(String text) {
        int block = innermost(text);
        LineCursor lines = LineCursor.within(text, block, text.length());
        while (lines.next() && !JvmFrames.isFrame(text, lines)) {
            int from = typeStart(text, lines);
            int to = typeEnd(text, from, lines.end());
            if (to > from) {
                return Optional.of(JvmName.of(text.substring(from, to), "").type());
            }
        }
        return Optional.empty();
    }

    /** Whether the line is the header of a block: the prefix and the name of a class, or the note of a circle. */
    static boolean isHeader(String text, LineCursor line, String prefix) {
        int from = line.start() + prefix.length();
        return line.startsWith(prefix) && (text.startsWith(CIRCULAR, from) || typeEnd(text, from, line.end()) > from);
    }

    private static int typeStart(String text, LineCursor line) {
        if (line.startsWith(CAUSED_BY)) {
            return line.start() + CAUSED_BY.length();
        }
        if (line.startsWith(THREAD)) {
            int end = text.indexOf(THREAD_END, line.start() + THREAD.length(), line.end());
            return end < 0 ? line.start() : end + THREAD_END.length();
        }
        return line.start();
    }

    private static boolean isLink(String text, int header, int indentMax) {
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
        return typeEnd(text, type, lineEnd) > type;
    }

    private static int indentOfFirstLine(String text) {
        LineCursor lines = LineCursor.over(text);
        return lines.nextNonBlank() ? lines.indent() : 0;
    }

    private static boolean isIndent(char character) {
        return character == ' ' || character == '\t';
    }

    /**
     * The end of the name of an exception's class, or {@code from} if none stands here. A qualified name is one if its
     * line or a colon ends it, or if its last part begins in upper case; a simple name has to say that it is an error.
     */
    private static int typeEnd(String text, int from, int to) {
        int end = from;
        int dot = -1;
        while (end < to && isNamePart(text.charAt(end))) {
            dot = text.charAt(end) == '.' ? end : dot;
            end++;
        }
        boolean terminated = end == to || text.charAt(end) == ':';
        if (dot == from || dot == end - 1) {
            return from;
        }
        boolean named = dot < 0
                ? TextScan.endsWith(text, from + 1, end, "Exception") || TextScan.endsWith(text, from + 1, end, "Error")
                : terminated || Character.isUpperCase(text.charAt(dot + 1));
        return named ? end : from;
    }

    private static boolean isNamePart(char character) {
        return character == '.' || Character.isJavaIdentifierPart(character);
    }
}
