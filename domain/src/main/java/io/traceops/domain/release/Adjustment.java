package io.traceops.domain.release;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.EventId;

/** What a store has to do about the detected deploys of a service, each like an event of its own, in the order given. */
public sealed interface Adjustment {
    /** A deploy is detected: it takes its place. */
    record Placed(Deploy deploy) implements Adjustment {}

    /**
     * A detected deploy is found to have happened at another time: it is taken out and takes that place. Where it was
     * dropped for room, or the other time is before the horizon, nothing is to be done: its past is settled.
     */
    record Moved(Deploy deploy) implements Adjustment {}

    /** A detected deploy is gone, as if it had never been there. Where it was dropped for room, nothing is to be done. */
    record Withdrawn(EventId id) implements Adjustment {}

    /** A release was named for which there is no room; it is not taken for a deploy. For the log. */
    record Overlooked(ReleaseKey key) implements Adjustment {}
}
