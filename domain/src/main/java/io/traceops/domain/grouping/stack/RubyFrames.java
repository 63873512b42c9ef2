package io.traceops.domain.grouping.stack;

/**
 * Hands the lines of a Ruby backtrace to a visitor, each when the next one is known: a method that is written in C has no
 * position of its own and reports that of its caller, so a plain method at the position of the next frame is such a one
 * and not in-app.
 */
final class RubyFrames {
    private static final String ELIDED = "...";

    private final String text;
    private final LibraryList libraries;
    private final FrameVisitor visitor;
    private RubyLine pending;
    private RubyLine current;
    private boolean hasPending;
    private boolean wantsMore = true;

    RubyFrames(String text, LibraryList libraries, FrameVisitor visitor) {
        this.text = text;
        this.libraries = libraries;
        this.visitor = visitor;
        this.pending = new RubyLine(text);
        this.current = new RubyLine(text);
    }

    /** False once the visitor has seen enough. */
    boolean wantsMore() {
        return wantsMore;
    }

    /** Takes the next line; one that is no frame is passed over. */
    void line(int from, int to) {
        if (current.read(from, to)) {
            take();
        }
    }

    /** Takes a line that carries its depth; false if it is none, nor the mark of levels left out. */
    boolean numberedLine(int from, int to) {
        if (current.read(from, to) && current.isNumbered()) {
            take();
            return true;
        }
        return TextScan.startsWith(text, from, to, ELIDED);
    }

    /** No further line follows. */
    void end() {
        if (hasPending && wantsMore) {
            visit(false);
        }
    }

    private void take() {
        if (hasPending) {
            visit(isPlainMethod(pending.label()) && pending.isAtPositionOf(current));
        }
        RubyLine free = pending;
        pending = current;
        current = free;
        hasPending = true;
    }

    private void visit(boolean inC) {
        String path = pending.path();
        boolean library =
                inC || RubyName.isInGem(path) || libraries.ownsFile(StackLanguage.RUBY, FilePlace.slashed(path));
        wantsMore = visitor.frame(RubyName.place(path), RubyName.function(pending.label()), !library, pending.raw());
    }

    private static boolean isPlainMethod(String label) {
        return label.charAt(0) != '<' && label.indexOf(' ') < 0;
    }
}
