package io.traceops.application.port;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.ServiceView;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.IssueRoster;
import java.util.List;
import java.util.Optional;

/**
 * One service as it is stored, for answering questions. All answers come from one consistent state. A reading is used
 * only inside the question that {@link ServiceLedger#read} was given, by one thread; what leaves the question must be
 * plain values.
 */
public interface ServiceReading extends ServiceView {
    ServiceName service();

    /** How many events are stored. */
    long eventCount();

    /** How many issues are known. */
    long issueCount();

    /** All issues, in no particular order. */
    Iterable<? extends IssueReading> issues();

    /** All issues in columns, for ranking. */
    IssueRoster roster();

    Optional<? extends IssueReading> issueReading(IssueId id);

    /** The issues whose last occurrence is at or after a moment, in no particular order. */
    Iterable<IssueState> issuesLastSeenFrom(Moment inclusive);

    /** The stored events of a slice, at most its limit. Costs a logarithmic search and the events returned. */
    List<StoredEvent> events(EventSlice slice);

    /** The places of the stored events of a slice, at most its limit; cheaper than the events themselves. */
    List<Moment> moments(EventSlice slice);

    /** The stored occurrences of an issue that come before a moment, newest first, at most {@code limit}. */
    List<StoredEvent> occurrencesBefore(IssueId id, Optional<Moment> exclusive, int limit);

    /** The stored event with this id, if it is of this service. */
    Optional<StoredEvent> storedEvent(EventId id);
}
