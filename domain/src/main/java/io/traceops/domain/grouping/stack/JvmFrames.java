package io.traceops.domain.grouping.stack;

/**
 * The frames of one block of a JVM's trace, from its header to the line that ends it: {@code ... 12 more}, the header
 * of a suppressed exception or that of the next cause. Not thread-safe.
 */
final class JvmFrames {
    private static final String AT = "at ";
    private static final String OMITTED = "... ";

    /** The frames left out of a block that shows none and does not say how many. */
    private static final int ALL = Integer.MAX_VALUE;

    private final String text;
    private final JvmCauses causes;
    private final LineCursor lines;
    private final int block;
    private int count;
    private int omitted;

    /** @param block where the header of the block begins, or its first frame */
    JvmFrames(String text, JvmCauses causes, int block) {
        this.text = text;
        this.causes = causes;
        this.block = block;
        this.lines = LineCursor.within(text, block, text.length());
    }

    /** Moves to the next frame; false if the block has no further one. */
    boolean next() {
        while (lines.next()) {
            if (isFrame(text, lines)) {
                count++;
                return true;
            }
            if (lines.startsWith(OMITTED)) {
                omitted = number(lines.start() + OMITTED.length());
            }
            if (omitted > 0 || (lines.start() > block && causes.isHeader(lines))) {
                return false;
            }
        }
        return false;
    }

    /** How many frames were met. */
    int count() {
        return count;
    }

    /** Moves behind the last frame of the block and answers how many there are. */
    int countAll() {
        boolean more = next();
        while (more) {
            more = next();
        }
        return count;
    }

    /** Whether the block shows all of its frames, once {@link #next()} has answered false. */
    boolean isComplete() {
        return count > 0 && omitted == 0;
    }

    /** How many frames the block shares with the enclosing one and leaves out. */
    int shared() {
        return count == 0 && omitted == 0 ? ALL : omitted;
    }

    String raw() {
        return lines.line();
    }

    JvmName name() {
        int from = lines.start() + AT.length();
        int to = text.indexOf('(', from, lines.end());
        int type = afterModule(from, to);
        int dot = TextScan.lastIndexOf(text, type, to, '.');
        return dot < 0
                ? JvmName.of("", text.substring(type, to))
                : JvmName.of(text.substring(type, dot), text.substring(dot + 1, to));
    }

    /** Whether the line is a frame: {@code at name(}, without a blank before the parenthesis. */
    static boolean isFrame(String text, LineCursor line) {
        return line.startsWith(AT) && sourceStart(text, line) > 0;
    }

    /** Whether the line is a frame that no other runtime prints: what its parentheses hold is a source of the JVM. */
    static boolean isUnmistakable(String text, LineCursor line) {
        if (!isFrame(text, line)) {
            return false;
        }
        int from = sourceStart(text, line);
        int to = text.indexOf(')', from, line.end());
        boolean method = TextScan.lastIndexOf(text, line.start(), from, '.') > 0;
        return method && to > 0 && isSource(text, from, to);
    }

    /** The index after the parenthesis that opens the source, or -1. */
    private static int sourceStart(String text, LineCursor line) {
        int from = line.start() + AT.length();
        int parenthesis = text.indexOf('(', from, line.end());
        return parenthesis > from && text.charAt(parenthesis - 1) != ' ' ? parenthesis + 1 : -1;
    }

    /** Whether {@code Foo.java:12}, {@code Foo.kt}, {@code Native Method} or the like stands in the range. */
    private static boolean isSource(String text, int from, int to) {
        if (TextScan.startsWith(text, from, to, "Native Method")
                || TextScan.startsWith(text, from, to, "Unknown Source")
                || TextScan.startsWith(text, from, to, "<generated>")) {
            return true;
        }
        int file = TextScan.dropColonNumber(text, from, to);
        boolean oneNumber = file == TextScan.dropPosition(text, from, to);
        boolean name = file > from
                && text.indexOf(' ', from, file) < 0
                && text.indexOf('/', from, file) < 0
                && text.indexOf('\\', from, file) < 0;
        return oneNumber && name && (file < to || hasExtension(text, from, file));
    }

    /**
     * Tells a source without a line, such as {@code (Foo.java)}, from a .NET argument, such as {@code (System.String)}.
     */
    private static boolean hasExtension(String text, int from, int to) {
        int dot = TextScan.lastIndexOf(text, from, to, '.');
        return dot > from && dot < to - 1 && Character.isLowerCase(text.charAt(dot + 1));
    }

    /**
     * The index after {@code app//}, {@code java.base@25/} and the like. The slash in the name of a hidden class
     * ({@code Foo$$Lambda/0x0001}) is none of these: a number follows it, and no class begins with one.
     */
    private int afterModule(int from, int to) {
        for (int index = to - 1; index > from; index--) {
            if (text.charAt(index - 1) == '/' && !TextScan.isDigit(text.charAt(index))) {
                return index;
            }
        }
        return from;
    }

    /** The number that begins here, at most {@link #ALL}; 0 if there is none. */
    private int number(int from) {
        int to = TextScan.skipDigits(text, from, lines.end());
        long number = 0;
        for (int index = from; index < to; index++) {
            number = Math.min(ALL, number * 10 + (text.charAt(index) - '0'));
        }
        return (int) number;
    }
}
