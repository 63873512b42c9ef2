package io.traceops.storage.contract;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventId;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.triage.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of an issue at an instant, in a form that a ledger and the {@link ReferenceModel} can both give.
 *
 * @param history the transitions, oldest first
 */
record IssueFacts(
        IssueId id,
        String title,
        String status,
        long count,
        EventId first,
        EventId last,
        int regressionCount,
        DistinctCount uniqueRoutes,
        Optional<DistinctCount> uniqueUsers,
        Optional<EventId> suspectedCause,
        Optional<EventId> resolvedBy,
        List<IssueId> siblings,
        List<String> history,
        double errorRate,
        List<EventId> relatedEvents) {
    static IssueFacts of(Issue issue) {
        return new IssueFacts(
                issue.state().id(),
                issue.state().title(),
                issue.status().name(),
                issue.state().count(),
                issue.state().first().id(),
                issue.state().last().id(),
                issue.state().regressionCount(),
                issue.impact().uniqueRoutes(),
                issue.impact().uniqueUsers(),
                issue.suspectedCause().map(TriggerRef::moment).map(moment -> moment.id()),
                issue.resolvedBy().map(TriggerRef::moment).map(moment -> moment.id()),
                issue.siblings(),
                issue.history().reversed().stream().map(Object::toString).toList(),
                issue.impact().errorRate(),
                issue.relatedEventIds());
    }

    /** Without what only stored events can tell. */
    IssueFacts withoutStoredEvents() {
        return new IssueFacts(
                id,
                title,
                status,
                count,
                first,
                last,
                regressionCount,
                uniqueRoutes,
                uniqueUsers,
                suspectedCause,
                resolvedBy,
                siblings,
                history,
                0,
                List.of());
    }
}
