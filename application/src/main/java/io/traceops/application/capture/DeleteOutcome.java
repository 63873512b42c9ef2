package io.traceops.application.capture;

/** What became of the wish to delete an event. */
public enum DeleteOutcome {
    /** It is gone, as if it had never arrived. */
    DELETED,
    /** There is none with this id. */
    NOT_FOUND,
    /** Nobody sent it: it is a deploy that follows from the events which name its release, and goes with them. */
    DETECTED
}
