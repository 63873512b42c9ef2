package io.traceops.domain.fold;

import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Occurrences;
import java.util.Optional;

/**
 * One service as it is stored, for reading. All answers come from the same state; a view is used by one thread and only
 * while its store keeps that state still.
 */
public interface ServiceView {
    /** The stored event with this id, of whatever service, since ids are unique across services. */
    Optional<Event> event(EventId id);

    /** The time from which the service's events are complete, in microseconds; 0 if none was ever dropped. */
    long horizonMicros();

    Optional<IssueState> issue(IssueId id);

    /** The stored occurrences of an issue; none for an unknown issue. */
    Occurrences occurrences(IssueId id);

    TriggerLog triggers();

    /**
     * The issues that occurred in a stretch of time, each once, in no particular order: every one with a stored occurrence
     * or with its last dropped one in it, and perhaps others that were first seen before its end and last seen after its
     * start. A store picks whatever is quickest; it must not cost the number of all issues where few were seen.
     */
    Iterable<IssueState> issuesSeenBetween(Moment fromInclusive, Moment toExclusive);
}
