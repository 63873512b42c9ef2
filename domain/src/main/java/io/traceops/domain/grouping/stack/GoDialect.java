package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Go: a line with the function and its arguments, and below it a line with the file, as the runtime prints them for a
 * crash, {@code debug.Stack()} for a recovered panic, and {@code pkg/errors} or zap (without arguments) for an error.
 *
 * <p>The package stands for the place: it stays as it is when {@code -trimpath} swaps the build folder for the module
 * path. Where a panic was recovered, the handler is on top and the fault is below the {@code panic(} line; where the
 * handler panicked again, below the last of them. Other goroutines than the first that has frames are left out.
 */
final class GoDialect implements StackDialect {
    private static final String MODULE_VERSION = "@v";

    @Override
    public StackLanguage language() {
        return StackLanguage.GO;
    }

    @Override
    public boolean recognises(String text) {
        return new GoFrames(text, LineCursor.leading(text)).next();
    }

    @Override
    public Optional<String> exceptionType(String text) {
        return Optional.empty();
    }

    @Override
    public void walk(String text, LibraryList libraries, FrameVisitor visitor) {
        GoFrames frames = new GoFrames(text, LineCursor.within(text, afterLastPanic(text), text.length()));
        while (frames.next() && !frames.atFurtherGoroutine()) {
            String place = GoName.packageOf(text, frames.nameStart(), frames.nameEnd());
            String function = GoName.functionOf(text, frames.nameStart(), frames.nameEnd());
            String file = text.substring(frames.fileStart(), frames.fileEnd());
            boolean library = place.isEmpty()
                    || file.contains(MODULE_VERSION)
                    || libraries.ownsModule(language(), place)
                    || libraries.ownsFile(language(), file);
            if (!visitor.frame(place, function, !library, frames.raw())) {
                return;
            }
        }
    }

    /** Where the frames below the last panic line begin; 0 if there is no such line or nothing below it. */
    private static int afterLastPanic(String text) {
        GoFrames frames = new GoFrames(text, LineCursor.over(text));
        int afterPanic = 0;
        int candidate = 0;
        while (frames.next() && !frames.atFurtherGoroutine()) {
            afterPanic = candidate;
            if (frames.isPanic()) {
                candidate = frames.end();
            }
        }
        return afterPanic;
    }
}
