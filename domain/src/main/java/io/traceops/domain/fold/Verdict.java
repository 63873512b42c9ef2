package io.traceops.domain.fold;

import io.traceops.domain.event.Event;

/** Whether an event may take its place in its service. */
public sealed interface Verdict {
    /** It is new. */
    record Fresh() implements Verdict {}

    /** The same event, or a richer report of the same failure, is stored already; nothing is to be done. */
    record Duplicate(Event stored) implements Verdict {}

    /** A poorer report of the same failure is stored under its id, and gives way. */
    record Richer(Event stored) implements Verdict {}

    /** Another event is stored under its id. */
    record Conflict(Event stored) implements Verdict {}

    /** It happened before the time from which the service's events are complete. */
    record BeforeHorizon(long horizonMicros) implements Verdict {}
}
