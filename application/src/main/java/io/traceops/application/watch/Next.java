package io.traceops.application.watch;

/** What a watcher gets when it asks for the next transition. */
public sealed interface Next {
    /** A transition. */
    record Happened(IssueTransition transition) implements Next {}

    /** Nothing happened in the time that the watcher was willing to wait. */
    record Nothing() implements Next {}

    /** The watcher fell too far behind and hears no more; with the token it can resume where it was. */
    record CutOff(String token) implements Next {}
}
