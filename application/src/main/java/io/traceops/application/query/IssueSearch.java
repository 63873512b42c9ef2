package io.traceops.application.query;

import io.traceops.application.port.ServiceReading;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.IssueRoster;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.domain.triage.Triage;
import io.traceops.domain.triage.TriagePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds the first issues of a list across services without ordering the rest: a heap of the best places so far, whose
 * worst one says how good a further issue must be. Nearly every issue is passed over by its line in the roster; the page
 * alone is assessed in full. Not thread-safe.
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

        boolean isOpenAlone() {
            return status.isPresent() && status.get() == IssueStatus.OPEN;
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
        IssueRoster roster = service.roster();
        for (int slot = 0; slot < roster.slots(); slot++) {
            if (roster.isTaken(slot) && mayHaveAPlace(roster, slot, triage)) {
                IssueReading issue = roster.issue(slot);
                if (filter.accepts(issue, triage)) {
                    offer(place(issue, triage));
                }
            }
        }
    }

    /** The best places found, best first, at most the limit. */
    List<IssuePlace> places() {
        List<IssuePlace> places = new ArrayList<>(best);
        Collections.sort(places);
        return places;
    }

    /** False if the columns alone show that an issue is not wanted, or comes after all that the page has room for. */
    private boolean mayHaveAPlace(IssueRoster roster, int slot, Triage triage) {
        long lastSeen = roster.lastMicros(slot);
        if (filter.isOpenAlone() && triage.isResolvedIfLastSeen(lastSeen)) {
            return false;
        }
        if (best.size() < limit) {
            return true;
        }
        IssuePlace worst = best.element();
        return switch (sort) {
            case PRIORITY -> worst.isReachedBy(triage.scoreAtMost(roster, slot), lastSeen);
            case LAST_SEEN -> worst.isReachedBy(lastSeen, 0);
            case FIRST_SEEN -> worst.isReachedBy(roster.firstMicros(slot), 0);
            case COUNT -> worst.isReachedBy(roster.count(slot), lastSeen);
        };
    }

    /** The place of an issue in the list. */
    private IssuePlace place(IssueReading issue, Triage triage) {
        IssueState state = issue.state();
        long lastSeen = state.last().timestampMicros();
        return switch (sort) {
            case PRIORITY -> new IssuePlace(triage.rank(issue).score(), lastSeen, state.id());
            case LAST_SEEN -> new IssuePlace(lastSeen, 0, state.id());
            case FIRST_SEEN -> new IssuePlace(state.first().timestampMicros(), 0, state.id());
            case COUNT -> new IssuePlace(state.count(), lastSeen, state.id());
        };
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
