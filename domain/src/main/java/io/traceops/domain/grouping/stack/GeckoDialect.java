package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * SpiderMonkey and JavaScriptCore (Firefox, Safari): {@code f@url:1:2}. An anonymous function within {@code f} is
 * {@code f/<} in Firefox, and what an asynchronous call led to stands behind a star: {@code async*f}, {@code setTimeout
 * handler*f}.
 */
final class GeckoDialect implements StackDialect {
    private static final String NATIVE = "[native code]";
    private static final String EVAL = " > ";
    private static final String EVAL_LINE = " line ";
    private static final String LOADED_BY = " -> ";

    @Override
    public StackLanguage language() {
        return StackLanguage.JAVASCRIPT_GECKO;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        while (lines.next()) {
            if (locationStart(text, lines) >= 0) {
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
            int location = locationStart(text, lines);
            if (location >= 0) {
                String function = function(text, lines.start(), Math.max(lines.start(), location - 1));
                String file = file(text, location, lines.end());
                // Neither engine tells a constructor from a function, so the name alone has to.
                wantsMore = frames.show(function, file, true, lines.line());
            }
        }
    }

    /** Where the location begins, behind the first {@code @} or, without one, at the start; -1 if this is no frame. */
    private static int locationStart(String text, LineCursor line) {
        int to = line.end();
        int at = text.indexOf('@', line.start(), to);
        int from = at < 0 ? line.start() : at + 1;
        if (TextScan.startsWith(text, from, to, NATIVE)) {
            return from;
        }
        boolean url = TextScan.contains(text, from, to, "://");
        // An old Firefox prints no column; without an @ in front, a URL with one number may as well have a port.
        boolean frame = TextScan.endsWithPosition(text, from, to)
                ? url || at >= 0
                : url && at >= 0 && TextScan.dropColonNumber(text, from, to) < to;
        return frame ? from : -1;
    }

    private static String function(String text, int from, int to) {
        int start = TextScan.lastIndexOf(text, from, to, '*') + 1;
        String printed = text.substring(Math.max(from, start), to);
        return JavaScriptNames.function(printed.indexOf('<') < 0 ? printed : withoutAnonymous(printed));
    }

    /** {@code f/<} is {@code f}, {@code f/g<} is {@code f/g}, {@code f/</g} is {@code f/g}. */
    private static String withoutAnonymous(String printed) {
        StringBuilder name = new StringBuilder(printed.length());
        for (int index = 0; index < printed.length(); index++) {
            char character = printed.charAt(index);
            boolean doubled = character == '/' && !name.isEmpty() && name.charAt(name.length() - 1) == '/';
            if (character != '<' && !doubled) {
                name.append(character);
            }
        }
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(0, end);
    }

    private static String file(String text, int from, int to) {
        int position = TextScan.dropPosition(text, from, to);
        int eval = text.indexOf(EVAL, from, position);
        int line = eval < 0 ? -1 : text.indexOf(EVAL_LINE, from, eval);
        int end = line < 0 ? position : line;
        int start = from;
        int loaded = text.indexOf(LOADED_BY, from, end);
        while (loaded >= 0) {
            start = loaded + LOADED_BY.length();
            loaded = text.indexOf(LOADED_BY, start, end);
        }
        return JavaScriptFile.at(text, start, end);
    }
}
