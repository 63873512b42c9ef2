package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * V8 and those that print like it (Node, Chrome, Deno, Bun, Hermes): {@code at f (file:1:2)} or {@code at file:1:2},
 * with {@code async}, {@code new} and {@code [as x]} where they apply.
 */
final class V8Dialect implements StackDialect {
    private static final String AT = "at ";
    private static final String ASYNC = "async ";
    private static final String NEW = "new ";
    private static final String LOCATION = " (";

    /** What Node prints behind the last frame when properties of the error follow. */
    private static final String PROPERTIES = " {";

    @Override
    public StackLanguage language() {
        return StackLanguage.JAVASCRIPT_V8;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        while (lines.next()) {
            if (lines.startsWith(AT) && TextScan.endsWithPosition(text, lines.start(), locationEnd(text, lines))) {
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
        JavaScriptFrames frames = new JavaScriptFrames(language(), libraries, visitor);
        LineCursor lines = LineCursor.over(text);
        boolean wantsMore = true;
        while (wantsMore && lines.next()) {
            wantsMore = !lines.startsWith(AT) || show(text, lines, frames);
        }
    }

    private static boolean show(String text, LineCursor line, JavaScriptFrames frames) {
        int to = locationEnd(text, line);
        int from = after(text, line.start() + AT.length(), to, ASYNC);
        int function = after(text, from, to, NEW);
        int functionEnd = text.indexOf(LOCATION, function, to);
        String name;
        String file;
        if (functionEnd >= 0) {
            name = JavaScriptNames.function(text.substring(function, functionEnd));
            file = JavaScriptFile.at(text, functionEnd + LOCATION.length(), to);
        } else if (TextScan.endsWithPosition(text, function, to)) {
            name = "";
            file = JavaScriptFile.at(text, function, to);
        } else {
            name = JavaScriptNames.function(text.substring(function, to));
            file = "";
        }
        return frames.show(name, file, function > from, line.line());
    }

    /** The index after the location, without the parenthesis that closes it. */
    private static int locationEnd(String text, LineCursor line) {
        int end = line.endsWith(PROPERTIES) ? line.end() - PROPERTIES.length() : line.end();
        return TextScan.endsWith(text, line.start(), end, ")") ? end - 1 : end;
    }

    private static int after(String text, int from, int to, String prefix) {
        return TextScan.startsWith(text, from, to, prefix) ? from + prefix.length() : from;
    }
}
