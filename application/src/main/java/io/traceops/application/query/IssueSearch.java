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
 * Finds the first issues of a list across services without ordering the rest. The columns of the roster say for each issue
 * the best place that it can have. Issues are looked at in the order of these, until the next one cannot beat the worst of
 * those that were found; so only a few are looked at whatever the order in which they are stored. The page alone is
 * assessed in full. Not thread-safe.
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

    /** Looks through the issues of a service, those first that may have the best places. */
    void visit(ServiceReading service) {
        Triage triage = new Triage(policy, asOfMicros, service.triggers());
        IssueRoster roster = service.roster();
        Candidates candidates = candidates(roster, triage);
        while (!candidates.isEmpty() && hasRoomFor(candidates.primaryMax(), candidates.secondaryMax())) {
            IssueReading issue = roster.issue(candidates.take());
            if (filter.accepts(issue, triage)) {
                offer(place(issue, triage));
            }
        }
    }

    /** The issues that the columns alone do not rule out. */
    private Candidates candidates(IssueRoster roster, Triage triage) {
        Candidates candidates = new Candidates();
        int leastScore = leastScore();
        for (int slot = 0; slot < roster.slots(); slot++) {
            if (roster.isTaken(slot) && isWanted(roster.lastMicros(slot), triage)) {
                long primaryMax = primaryMax(roster, slot, triage, leastScore);
                long secondaryMax = secondaryMax(roster, slot);
                if (hasRoomFor(primaryMax, secondaryMax)) {
                    candidates.add(primaryMax, secondaryMax, slot);
                }
            }
        }
        candidates.order();
        return candidates;
    }

    /** False if it is certain that an issue that was last seen then is resolved, and resolved ones are not wanted. */
    private boolean isWanted(long lastMicros, Triage triage) {
        return !filter.isOpenAlone() || !triage.isResolvedIfLastSeen(lastMicros);
    }

    private long primaryMax(IssueRoster roster, int slot, Triage triage, int leastScore) {
        return switch (sort) {
            case PRIORITY -> triage.scoreAtMost(roster, slot, leastScore);
            case LAST_SEEN -> roster.lastMicros(slot);
            case FIRST_SEEN -> roster.firstMicros(slot);
            case COUNT -> roster.count(slot);
        };
    }

    /** The lowest score that may still be among the best, if issues are ordered by it. */
    private int leastScore() {
        return sort == IssueSort.PRIORITY && best.size() == limit
                ? (int) best.element().primary()
                : 0;
    }

    private long secondaryMax(IssueRoster roster, int slot) {
        return switch (sort) {
            case PRIORITY, COUNT -> roster.lastMicros(slot);
            case LAST_SEEN, FIRST_SEEN -> 0;
        };
    }

    /** Whether a place with keys that are at most these may be among the best. */
    private boolean hasRoomFor(long primaryMax, long secondaryMax) {
        return best.size() < limit || best.element().isReachedBy(primaryMax, secondaryMax);
    }

    /** The best places found, best first, at most the limit. */
    List<IssuePlace> places() {
        List<IssuePlace> places = new ArrayList<>(best);
        Collections.sort(places);
        return places;
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
