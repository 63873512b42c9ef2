package io.traceops.application.watch;

/** What a watcher gets when it asks for the next transition. */
public sealed interface Next {
    /** A transition. */
    record Happened(IssueTransition transition) implements Next {}

    /** Nothing happened in the time that the watcher was willing to wait. */
    record Nothing() implements Next {}

    /** The watcher fell too far behind and hears no more; with the token it can resume where it was. */
    record CutOff(String token) implements Next {}

    /**
     * The watcher hears no more, and what it has missed is no longer kept: it fell too far behind, or more happened at once
     * than is kept. It has to list the issues again, then watch anew.
     */
    record Expired() implements Next {}
}
