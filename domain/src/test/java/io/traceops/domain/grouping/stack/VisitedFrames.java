package io.traceops.domain.grouping.stack;

import java.util.ArrayList;
import java.util.List;

/** Writes the frames that a dialect visits as {@code place|function}, in parentheses if they are not in-app. */
final class VisitedFrames implements FrameVisitor {
    private final List<String> frames = new ArrayList<>();
    private final List<String> raws = new ArrayList<>();
    private final int framesMax;

    private VisitedFrames(int framesMax) {
        this.framesMax = framesMax;
    }

    /** All frames of the text, with the default libraries. */
    static List<String> of(StackDialect dialect, String text) {
        return walk(dialect, text, Integer.MAX_VALUE).frames;
    }

    /** The frames that a visitor sees that stops at one of them. */
    static List<String> of(StackDialect dialect, String text, int framesMax) {
        return walk(dialect, text, framesMax).frames;
    }

    /** What the runtime printed for each frame. */
    static List<String> raw(StackDialect dialect, String text) {
        return walk(dialect, text, Integer.MAX_VALUE).raws;
    }

    private static VisitedFrames walk(StackDialect dialect, String text, int framesMax) {
        VisitedFrames visited = new VisitedFrames(framesMax);
        dialect.walk(text, new DefaultLibraries(), visited);
        return visited;
    }

    @Override
    public boolean frame(String place, String function, boolean inApp, String raw) {
        String frame = place + '|' + function;
        frames.add(inApp ? frame : '(' + frame + ')');
        raws.add(raw);
        return frames.size() < framesMax;
    }
}
