package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Java, Kotlin, Scala and Groovy: {@code at a.b.C.m(C.java:12)}.
 *
 * <p>The innermost {@code Caused by:} decides, and its class joins the frame part. What that block leaves out as {@code
 * ... 12 more} are the last twelve frames of the enclosing one, so the walk goes on there: when a library wrapped the
 * failure of another, only the shared part shows who called them. Suppressed exceptions never decide.
 */
final class JvmDialect implements StackDialect {
    @Override
    public StackLanguage language() {
        return StackLanguage.JVM;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        while (lines.next()) {
            if (JvmFrames.isUnmistakable(text, lines)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> exceptionType(String text) {
        return new JvmCauses(text).innermostType();
    }

    @Override
    public void walk(String text, LibraryList libraries, FrameVisitor visitor) {
        JvmCauses causes = new JvmCauses(text);
        int block = causes.innermost();
        int skipped = 0;
        int shared = Integer.MAX_VALUE;
        while (block >= 0) {
            JvmFrames frames = new JvmFrames(text, causes, block);
            while (frames.next()) {
                if (frames.count() > skipped && !visit(frames, libraries, visitor)) {
                    return;
                }
            }
            if (frames.isComplete()) {
                return;
            }
            shared = Math.min(shared, frames.shared());
            block = causes.enclosing(block);
            skipped = framesBeforeShared(text, causes, block, shared);
        }
    }

    /** How many frames of a block come before the {@code shared} last ones of its whole trace. */
    private static int framesBeforeShared(String text, JvmCauses causes, int block, int shared) {
        if (block < 0) {
            return 0;
        }
        JvmFrames frames = new JvmFrames(text, causes, block);
        long whole = (long) frames.countAll() + (frames.isComplete() ? 0 : frames.shared());
        return Math.clamp(whole - shared, 0, Integer.MAX_VALUE);
    }

    private boolean visit(JvmFrames frames, LibraryList libraries, FrameVisitor visitor) {
        JvmName name = frames.name();
        boolean inApp = !name.generated() && !libraries.ownsModule(language(), name.type());
        return visitor.frame(name.type(), name.method(), inApp, frames.raw());
    }
}
