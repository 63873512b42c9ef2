package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * One runtime's way of printing a stack. Dialects are stateless, safe for concurrent use, total on arbitrary text, and
 * linear in its length: they scan with indexes and never backtrack.
 */
interface StackDialect {
    StackLanguage language();

    /** Whether the text has the shape of this dialect, decided from a bounded number of its leading lines. */
    boolean recognises(String text);

    /**
     * The class of the failure that decides, normalised, where the dialect's frame part names it (for Java the innermost
     * {@code Caused by:}); empty where it does not.
     */
    Optional<String> exceptionType(String text);

    /**
     * Walks the frames from the place of the failure outwards, until the visitor has seen enough.
     *
     * @param libraries decides which frames are not in-app
     */
    void walk(String text, LibraryList libraries, FrameVisitor visitor);
}
