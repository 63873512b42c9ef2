package io.traceops.domain.triage;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventId;
import io.traceops.domain.impact.Impact;
import io.traceops.domain.impact.Priority;
import io.traceops.domain.impact.SeverityAssessment;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;
import java.util.List;
import java.util.Optional;

/**
 * An issue as a person reads it, assessed at an instant.
 *
 * @param suspectedCause the likely cause of the first occurrence of the current episode
 * @param resolvedBy the trigger that resolved it; present exactly if it is resolved
 * @param relatedEventIds its newest stored occurrences, newest first, at most {@value #RELATED_EVENTS_MAX}
 * @param siblings the other issues of its family, at most {@value #SIBLINGS_MAX}
 * @param history its transitions, newest first, at most {@value #HISTORY_MAX}; empty where only a summary was asked for
 */
public record Issue(
        IssueState state,
        IssueStatus status,
        Impact impact,
        SeverityAssessment severity,
        Priority priority,
        String priorityReason,
        Optional<TriggerRef> suspectedCause,
        Optional<TriggerRef> resolvedBy,
        List<EventId> relatedEventIds,
        List<IssueId> siblings,
        List<Transition> history) {
    public static final int RELATED_EVENTS_MAX = 50;
    public static final int SIBLINGS_MAX = 20;
    public static final int HISTORY_MAX = 100;

    public Issue {
        relatedEventIds = List.copyOf(relatedEventIds);
        siblings = List.copyOf(siblings);
        history = List.copyOf(history);
    }
}
