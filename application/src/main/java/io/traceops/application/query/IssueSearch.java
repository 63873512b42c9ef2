package io.traceops.application.query;

import io.traceops.application.port.ServiceReading;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.domain.triage.Triage;
import io.traceops.domain.triage.TriagePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Finds the first issues of a list across services without ordering the rest: a heap of the best places so far, whose
 * worst one says how good a further issue must be. Each issue costs a few comparisons; the page alone is assessed in
 * full. Not thread-safe.
 */
final class IssueSearch {
    private final TriagePolicy policy;
    private final long asOfMicros;
    private final IssueSort sort;
    private final IssueFilter filter;
    private final Optional<IssuePlace> after;
    private final int limit;
    /** The worst place is at the head. */
    private final PriorityQueue<IssuePlace> best = new PriorityQueue<>(Collections.reverseOrder());

    IssueSearch(
            TriagePolicy policy,
            long asOfMicros,
            IssueSort sort,
            IssueFilter filter,
            Optional<IssuePlace> after,
            int limit) {
        this.policy = policy;
        this.asOfMicros = asOfMicros;
        this.sort = sort;
        this.filter = filter;
        this.after = after;
        this.limit = limit;
    }

    /** Which issues are wanted. The text is in lower case. */
    record IssueFilter(Optional<IssueStatus> status, Optional<Severity> severity, Optional<String> text) {
        boolean accepts(IssueReading issue, Triage triage) {
            IssueState state = issue.state();
            return (status.isEmpty() || status.get() == triage.status(state))
                    && (text.isEmpty() || contains(state, text.get()))
                    && (severity.isEmpty() || severity.get() == triage.severity(issue));
        }

        private static boolean contains(IssueState state, String text) {
            return isIn(state.title(), text)
                    || isIn(state.grouping().route(), text)
                    || isIn(state.grouping().frame(), text);
        }

        private static boolean isIn(String value, String lowerText) {
            return value.toLowerCase(Locale.ROOT).contains(lowerText);
        }
    }

    /** Looks through the issues of a service. */
    void visit(ServiceReading service) {
        Triage triage = new Triage(policy, asOfMicros, service.triggers());
        for (IssueReading issue : service.issues()) {
            if (filter.accepts(issue, triage)) {
                place(issue, triage).ifPresent(this::offer);
            }
        }
    }

    /** The best places found, best first, at most the limit. */
    List<IssuePlace> places() {
        List<IssuePlace> places = new ArrayList<>(best);
        Collections.sort(places);
        return places;
    }

    /** The place of an issue in the list; empty if it is certain that it has no place on the page. */
    private Optional<IssuePlace> place(IssueReading issue, Triage triage) {
        IssueState state = issue.state();
        long lastSeen = state.last().timestampMicros();
        return switch (sort) {
            case PRIORITY -> {
                OptionalInt score = triage.scoreIfAtLeast(issue, scoreToBeat());
                yield score.isPresent()
                        ? Optional.of(new IssuePlace(score.getAsInt(), lastSeen, state.id()))
                        : Optional.empty();
            }
            case LAST_SEEN -> Optional.of(new IssuePlace(lastSeen, 0, state.id()));
            case FIRST_SEEN -> Optional.of(new IssuePlace(state.first().timestampMicros(), 0, state.id()));
            case COUNT -> Optional.of(new IssuePlace(state.count(), lastSeen, state.id()));
        };
    }

    private int scoreToBeat() {
        return best.size() < limit ? 0 : (int) best.element().primary();
    }

    private void offer(IssuePlace place) {
        if (after.isPresent() && place.compareTo(after.get()) <= 0) {
            return;
        }
        if (best.size() < limit) {
            best.add(place);
        } else if (place.compareTo(best.element()) < 0) {
            best.remove();
            best.add(place);
        }
    }
}
