package io.traceops.domain.grouping.stack;

/**
 * Shows the frames of a JavaScript stack to a visitor. What both families of engines share is decided here: a frame
 * without a file is the engine's own, and a constructor of the error on top of the stack is not the place where the
 * error was thrown. Firefox and Safari show it for every subclass of {@code Error}; V8 hides it for native classes, but
 * not for compiled ones. Not thread-safe.
 */
final class JavaScriptFrames {
    private final StackLanguage language;
    private final LibraryList libraries;
    private final FrameVisitor visitor;
    private boolean onTop = true;

    JavaScriptFrames(StackLanguage language, LibraryList libraries, FrameVisitor visitor) {
        this.language = language;
        this.libraries = libraries;
        this.visitor = visitor;
    }

    /** Shows one frame; false if the visitor has seen enough. */
    boolean show(String function, String file, boolean constructor, String raw) {
        onTop &= constructor && JavaScriptNames.isErrorClass(function);
        boolean inApp = !onTop && !file.isEmpty() && !libraries.ownsFile(language, file);
        return visitor.frame(JavaScriptFile.place(file), function, inApp, raw);
    }
}
