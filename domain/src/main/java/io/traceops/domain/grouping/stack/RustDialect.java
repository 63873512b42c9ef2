package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Rust: the message of a panic, its backtrace in short and in full, and the reports of anyhow, eyre and color-eyre.
 *
 * <p>Below a line such as {@code stack backtrace:} every numbered line is a frame; without one, only those that consist of
 * a path or stand above an {@code at file:1:2}, because eyre numbers causes as well. Where the backtrace is missing, or shows libraries alone, the
 * place in the header of the panic or below {@code Location:} stands for the frame.
 */
final class RustDialect implements StackDialect {
    @Override
    public StackLanguage language() {
        return StackLanguage.RUST;
    }

    @Override
    public boolean recognises(String text) {
        return !RustPlace.in(text, LineCursor.leading(text)).isEmpty()
                || new RustFrames(text, LineCursor.leading(text)).next();
    }

    @Override
    public Optional<String> exceptionType(String text) {
        return Optional.empty();
    }

    @Override
    public void walk(String text, LibraryList libraries, FrameVisitor visitor) {
        RustFrames frames = new RustFrames(text, LineCursor.over(text));
        boolean more = true;
        while (more && frames.next()) {
            RustName name = RustName.of(frames.name());
            String place = name.place().isEmpty() ? FilePlace.of(frames.file()) : name.place();
            more = visitor.frame(place, name.function(), isInApp(name, frames.file(), libraries), frames.raw());
        }
        String panicked = more ? RustPlace.in(text, LineCursor.over(text)) : "";
        if (!panicked.isEmpty()) {
            visitor.frame(
                    FilePlace.of(panicked), "", !libraries.ownsFile(language(), FilePlace.slashed(panicked)), panicked);
        }
    }

    /** A symbol without a path is one of C's, unless a file of Rust stands behind it. */
    private boolean isInApp(RustName name, String file, LibraryList libraries) {
        boolean ofRust = !name.place().isEmpty() || file.endsWith(".rs");
        return ofRust
                && !libraries.ownsModule(language(), name.owner())
                && !libraries.ownsFile(language(), FilePlace.slashed(file));
    }
}
