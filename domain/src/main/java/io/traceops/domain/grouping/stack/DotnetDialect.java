package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * .NET, Mono and Unity: {@code at Ns.Class.Method(Type arg) in file:line 12}. The innermost exception is printed first,
 * above {@code --- End of inner exception stack trace ---}; the frames below that line go on outwards, like those below
 * {@code --- End of stack trace from previous location ---} after an {@code await}.
 */
final class DotnetDialect implements StackDialect {
    private static final String AT = "at ";
    private static final String WRAPPER = "(wrapper ";
    private static final String WRAPPER_END = ") ";
    private static final String SOURCE = " in ";
    private static final String OFFSET = " [0x";

    @Override
    public StackLanguage language() {
        return StackLanguage.DOTNET;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        while (lines.next()) {
            if (isUnmistakable(text, lines)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> exceptionType(String text) {
        return Optional.empty();
    }

    @Override
    public void walk(String text, LibraryList libraries, FrameVisitor visitor) {
        LineCursor lines = LineCursor.over(text);
        boolean wantsMore = true;
        while (wantsMore && lines.next()) {
            int from = nameStart(text, lines);
            int to = from < 0 ? -1 : text.indexOf('(', from, lines.end());
            if (to > from) {
                DotnetName name = DotnetName.of(text.substring(from, TextScan.dropBlanks(text, from, to)));
                // A method without a type was made at run time.
                boolean inApp = !name.type().isEmpty() && !libraries.ownsModule(language(), name.type());
                wantsMore = visitor.frame(name.type(), name.method(), inApp, lines.line());
            }
        }
    }

    /** Whether the line is a frame with its parameters closed, and nothing behind them but a source or an offset. */
    private static boolean isUnmistakable(String text, LineCursor line) {
        int from = nameStart(text, line);
        int open = from < 0 ? -1 : text.indexOf('(', from, line.end());
        if (open <= from) {
            return false;
        }
        int nameEnd = TextScan.dropBlanks(text, from, open);
        boolean qualified = text.indexOf('.', from, nameEnd) > from && text.indexOf(' ', from, nameEnd) < 0;
        int close = text.indexOf(')', open, line.end()) + 1;
        boolean closed = close > 0
                && (line.endsWith(")")
                        || TextScan.startsWith(text, close, line.end(), SOURCE)
                        || TextScan.startsWith(text, close, line.end(), OFFSET));
        return qualified && closed;
    }

    /**
     * Where the name begins, behind {@code at } and Mono's {@code (wrapper managed-to-native) }; -1 if this is no
     * frame.
     */
    private static int nameStart(String text, LineCursor line) {
        if (!line.startsWith(AT)) {
            return -1;
        }
        int from = line.start() + AT.length();
        int wrapperEnd =
                TextScan.startsWith(text, from, line.end(), WRAPPER) ? text.indexOf(WRAPPER_END, from, line.end()) : -1;
        return wrapperEnd < 0 ? from : wrapperEnd + WRAPPER_END.length();
    }
}
