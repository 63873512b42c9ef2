package io.traceops.domain.triage;

import io.traceops.domain.event.EventId;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Occurrences;
import java.util.List;
import java.util.Optional;

/**
 * One issue as it is stored, for reading, with what its store counts for it. Used by one thread and only while the store
 * keeps that state still.
 */
public interface IssueReading {
    IssueState state();

    Occurrences occurrences();

    /** How many stored occurrences there are with {@code fromExclusive < t <= toInclusive}, in microseconds. */
    long countBetween(long fromExclusiveMicros, long toInclusiveMicros);

    /** The distinct users over all occurrences, dropped ones among them; absent if none named a user. */
    Optional<DistinctCount> uniqueUsers();

    /** The distinct routes over the issue's family; its value is 0 if no occurrence had a route. */
    DistinctCount familyRoutes();

    /** The ids of the newest stored occurrences, newest first. */
    List<EventId> newestEvents(int limit);

    /** The other issues of the family, in the order of their ids. */
    List<IssueId> siblings(int limit);
}
