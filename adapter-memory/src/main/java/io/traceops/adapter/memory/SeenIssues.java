package io.traceops.adapter.memory;

import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the issues that occurred in a stretch of time.
 *
 * <p>Three ways lead there: the issues last seen after its start, the issues first seen before its end, and the errors in
 * it. An event in time has few of the first, one from long ago few of the second, and where many issues live long there may
 * still be few of the third. The shortest way is taken, and finding out which it is costs no more than to walk it. Has no
 * state of its own; used by folds alone, which hold the shard's write lock.
 */
final class SeenIssues {
    private final ServiceIssues issues;
    private final TimeIndex errors;
    private final long horizonMicros;

    SeenIssues(ServiceContent content) {
        this.issues = content.issues();
        this.errors = content.events().ofType(EventType.ERROR);
        this.horizonMicros = content.horizonMicros();
    }

    /** Every issue that occurred in the stretch, and perhaps others that were seen before its end and after its start. */
    Collection<IssueEntry> between(Moment fromInclusive, Moment toExclusive) {
        if (!fromInclusive.isBefore(toExclusive)) {
            return Set.of();
        }
        Iterator<IssueEntry> later =
                issues.byLastSeen().tailMap(fromInclusive).values().iterator();
        Iterator<IssueEntry> earlier = issues.firstSeenBefore(toExclusive).iterator();
        List<IssueEntry> seenLater = new ArrayList<>();
        List<IssueEntry> seenEarlier = new ArrayList<>();
        int steps = errors.countBefore(toExclusive) - errors.countBefore(fromInclusive) + droppedCount(fromInclusive);
        while (later.hasNext() && earlier.hasNext() && steps > 0) {
            seenLater.add(later.next());
            seenEarlier.add(earlier.next());
            steps--;
        }
        if (!later.hasNext()) {
            return spanning(seenLater, fromInclusive, toExclusive);
        }
        return earlier.hasNext()
                ? ofErrors(fromInclusive, toExclusive)
                : spanning(seenEarlier, fromInclusive, toExclusive);
    }

    /**
     * How many issues may have their last dropped occurrence in a stretch. Dropped occurrences are from before the horizon,
     * and those that matter still await a trigger.
     */
    private int droppedCount(Moment fromInclusive) {
        return isBeforeHorizon(fromInclusive) ? issues.awaitingResolver().size() : 0;
    }

    private boolean isBeforeHorizon(Moment moment) {
        return moment.timestampMicros() < horizonMicros;
    }

    private static Collection<IssueEntry> spanning(
            List<IssueEntry> candidates, Moment fromInclusive, Moment toExclusive) {
        candidates.removeIf(entry -> !spans(entry.state(), fromInclusive, toExclusive));
        return candidates;
    }

    private static boolean spans(IssueState state, Moment fromInclusive, Moment toExclusive) {
        return state.first().isBefore(toExclusive) && !state.last().isBefore(fromInclusive);
    }

    private Collection<IssueEntry> ofErrors(Moment fromInclusive, Moment toExclusive) {
        Set<IssueEntry> seen = new LinkedHashSet<>();
        Iterator<EventBytes> walk = errors.forwardFrom(fromInclusive);
        while (walk.hasNext()) {
            EventBytes error = walk.next();
            if (!error.moment().isBefore(toExclusive)) {
                break;
            }
            issues.find(error.issueId()).ifPresent(seen::add);
        }
        if (isBeforeHorizon(fromInclusive)) {
            issues.awaitingResolver().stream()
                    .filter(entry -> entry.state()
                            .settled()
                            .last()
                            .filter(last -> !last.isBefore(fromInclusive) && last.isBefore(toExclusive))
                            .isPresent())
                    .forEach(seen::add);
        }
        return seen;
    }
}
