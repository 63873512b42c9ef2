package io.traceops.domain.fold;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.lifecycle.IssueId;

/** An event on its way into the fold, with everything about it that can be computed without looking at its service. */
public sealed interface Entry {
    Event event();

    /**
     * Whether the client gave the time. If the server assigned it, a client that sends the event again cannot know it,
     * so it does not count when the two are compared.
     */
    boolean timestampGiven();

    /** A grouped error. */
    record ErrorEntry(ErrorEvent event, boolean timestampGiven, Grouping grouping, IssueId issueId) implements Entry {
        public static ErrorEntry of(ErrorEvent event, boolean timestampGiven, Grouping grouping) {
            return new ErrorEntry(event, timestampGiven, grouping, IssueId.of(event.service(), grouping.fingerprint()));
        }
    }

    /** A trigger. */
    record TriggerEntry(Trigger event, boolean timestampGiven) implements Entry {}

    /** Whether a stored event has the id of this one and tells of something else. */
    default boolean conflictsWith(Event stored) {
        return !repeats(stored) && !Reports.areOfOneFailure(event(), stored);
    }

    /** Whether this is another report of the failure that a stored event tells of, and says more of it. */
    default boolean isRicherThan(Event stored) {
        return !repeats(stored) && Reports.areOfOneFailure(event(), stored) && Reports.isRicher(event(), stored);
    }

    /** Whether a stored event is this one sent again. */
    default boolean repeats(Event stored) {
        Event sent = event();
        return sent.id().equals(stored.id())
                && sent.type() == stored.type()
                && sent.service().equals(stored.service())
                && sent.message().equals(stored.message())
                && sent.metadata().equals(stored.metadata())
                && (!timestampGiven() || sent.timestampMicros() == stored.timestampMicros());
    }
}
