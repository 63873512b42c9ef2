package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Ruby: {@code path:12:in 'Class#method'}, and with a backtick in front and without the class before Ruby 3.4.
 *
 * <p>The file stands for the place and the class is left out, so that an issue survives the step to Ruby 3.4. A full
 * message is read in both of its orders: with the place of the failure first, and {@code Traceback (most recent call
 * last):} with it last, below the numbered lines. Where an error has a cause, its own frames decide, not the cause's.
 */
final class RubyDialect implements StackDialect {
    @Override
    public StackLanguage language() {
        return StackLanguage.RUBY;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        RubyLine line = new RubyLine(text);
        while (lines.next()) {
            if (line.read(lines.start(), lines.end())) {
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
        RubyFrames frames = new RubyFrames(text, libraries, visitor);
        int deepest = deepestNumbered(text);
        if (deepest < 0) {
            forwards(text, frames);
        } else {
            backwards(text, deepest, frames);
        }
    }

    /** The start of the last numbered line if the trace has its newest call last, else -1. */
    private static int deepestNumbered(String text) {
        LineCursor lines = LineCursor.over(text);
        RubyLine line = new RubyLine(text);
        int deepest = -1;
        boolean first = true;
        while (lines.next()) {
            if (line.read(lines.start(), lines.end())) {
                if (first && !line.isNumbered()) {
                    return -1;
                }
                first = false;
                if (line.isNumbered()) {
                    deepest = lines.start();
                }
            }
        }
        return deepest;
    }

    private static void forwards(String text, RubyFrames frames) {
        LineCursor lines = LineCursor.over(text);
        while (frames.wantsMore() && lines.next()) {
            frames.line(lines.start(), lines.end());
        }
        frames.end();
    }

    /** Visits the line below the last numbered one, which names the failure, then the numbered ones from below. */
    private static void backwards(String text, int deepest, RubyFrames frames) {
        LineCursor lines = LineCursor.within(text, deepest, text.length());
        lines.next();
        int end = lines.end();
        if (lines.next()) {
            frames.line(lines.start(), lines.end());
        }
        int start = deepest;
        while (frames.wantsMore() && frames.numberedLine(start, end)) {
            end = text.lastIndexOf('\n', start);
            if (end < 0) {
                break;
            }
            int lineStart = text.lastIndexOf('\n', end - 1) + 1;
            start = TextScan.skipBlanks(text, lineStart, end);
        }
        frames.end();
    }
}
