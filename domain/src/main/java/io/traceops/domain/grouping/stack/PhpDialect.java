package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * PHP: the text of an exception, of the error log, of Laravel's and Monolog's logs, and the trace alone.
 *
 * <p>A numbered line holds the place of a call and the function that was called. So the function of {@code #0} is the one
 * that failed, and its own file stands in the header above; the function of {@code #1} has its file in {@code #0}, and so
 * on. A function of PHP itself has no file: it fails, by its header, where it was called.
 *
 * <p>The innermost exception decides: the first one of an exception's text (the outer ones follow after {@code Next}), the
 * last one of a log that marks them with {@code [previous exception]}.
 */
final class PhpDialect implements StackDialect {
    private static final String PREVIOUS = "[previous exception]";

    @Override
    public StackLanguage language() {
        return StackLanguage.PHP;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        PhpCall call = new PhpCall(text);
        while (lines.next()) {
            if (call.read(lines.start(), lines.end())
                    || PhpPlace.at(text, lines.start(), lines.end()).isScript()) {
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
        LineCursor lines = LineCursor.within(text, innermost(text), text.length());
        PhpCall call = new PhpCall(text);
        PhpPlace place = PhpPlace.NONE;
        while (lines.next()) {
            if (call.read(lines.start(), lines.end())) {
                calls(call, place, lines, libraries, visitor);
                return;
            }
            PhpPlace header = PhpPlace.at(text, lines.start(), lines.end());
            if (header.isKnown()) {
                place = header;
            }
        }
        places(text, libraries, visitor);
    }

    private static int innermost(String text) {
        LineCursor lines = LineCursor.over(text);
        int start = 0;
        while (lines.next()) {
            if (lines.startsWith(PREVIOUS)) {
                start = lines.start();
            }
        }
        return start;
    }

    /** Visits the calls of one exception, from the one that was read last; a further {@code #0} begins the next one. */
    private void calls(PhpCall call, PhpPlace header, LineCursor lines, LibraryList libraries, FrameVisitor visitor) {
        PhpPlace place = header;
        boolean internal = call.isInternalAt(header);
        boolean more = true;
        boolean inCall = true;
        while (more && inCall) {
            PhpName name = PhpName.of(call.function(), place.file());
            boolean library = internal || isLibrary(name, place, libraries);
            more = visitor.frame(name.place(), name.function(), !library, call.raw());
            place = call.place();
            internal = false;
            inCall = lines.next() && call.read(lines.start(), lines.end()) && !call.isFirst();
        }
        if (more && place.isKnown()) {
            visitor.frame(FilePlace.of(place.file()), "", !isLibrary(PhpName.NONE, place, libraries), place.file());
        }
    }

    /** Visits what a warning or a list of files names: places without functions. */
    private void places(String text, LibraryList libraries, FrameVisitor visitor) {
        LineCursor lines = LineCursor.over(text);
        boolean more = true;
        while (more && lines.next()) {
            PhpPlace place = PhpPlace.at(text, lines.start(), lines.end());
            if (place.isScript()) {
                boolean inApp = !isLibrary(PhpName.NONE, place, libraries);
                more = visitor.frame(FilePlace.of(place.file()), "", inApp, lines.line());
            }
        }
    }

    private boolean isLibrary(PhpName name, PhpPlace place, LibraryList libraries) {
        return libraries.ownsModule(language(), name.place())
                || libraries.ownsFile(language(), FilePlace.slashed(place.file()));
    }
}
