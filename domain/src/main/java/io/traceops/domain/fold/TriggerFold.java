package io.traceops.domain.fold;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import io.traceops.domain.fold.Change.EventAppended;
import io.traceops.domain.fold.Change.EventRemoved;
import io.traceops.domain.fold.Change.EventSettled;
import io.traceops.domain.fold.Change.IssueUpdated;
import io.traceops.domain.fold.Change.ResolverSettled;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.fold.Stored.StoredTrigger;
import io.traceops.domain.lifecycle.IssueLine;
import io.traceops.domain.lifecycle.IssueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a trigger does to the issues of its service: it may resolve the gap that it falls in, of each issue.
 *
 * <p>Only issues that were seen after the trigger before it and up to it can be concerned: for any other, that
 * earlier trigger is already the first one after the occurrence that the gap begins with. So a trigger that arrives in time
 * touches the open issues alone, and one that arrives late those alone that were seen between its neighbour and it.
 */
final class TriggerFold {
    private final FoldPolicy policy;

    TriggerFold(FoldPolicy policy) {
        this.policy = policy;
    }

    Step add(ServiceView view, TriggerEntry entry) {
        TriggerRef added = TriggerRef.of(entry.event());
        List<Change> changes = new ArrayList<>();
        changes.add(new EventAppended(entry));
        for (IssueState state : concerned(view, added)) {
            IssueLine line = line(view, state);
            gapAround(line, state, added).ifPresent(gap -> {
                Optional<TriggerRef> before = line.triggerAfter(gap.start());
                if (before.isEmpty() || added.moment().isBefore(before.get().moment())) {
                    replaceResolver(changes, state, line, gap, before, Optional.of(added));
                }
            });
        }
        return new Step(changes);
    }

    Step remove(ServiceView view, StoredTrigger event) {
        TriggerRef removed = event.trigger();
        Optional<TriggerRef> following = view.triggers().firstAfter(removed.moment());
        List<Change> changes = new ArrayList<>();
        changes.add(new EventRemoved(event));
        for (IssueState state : concerned(view, removed)) {
            IssueLine line = line(view, state);
            gapAround(line, state, removed).ifPresent(gap -> {
                if (line.triggerAfter(gap.start()).filter(removed::equals).isPresent()) {
                    replaceResolver(changes, state, line, gap, Optional.of(removed), following);
                }
            });
        }
        return new Step(changes);
    }

    static Step settle(StoredTrigger event) {
        return new Step(List.of(
                new EventSettled(event, event.moment().timestampMicros() + 1), new ResolverSettled(event.trigger())));
    }

    private static Iterable<IssueState> concerned(ServiceView view, TriggerRef trigger) {
        long sinceMicros = view.triggers()
                .lastBefore(trigger.moment())
                .map(previous -> previous.timestampMicros() + 1)
                .orElse(0L);
        // One of the same instant that precedes it resolves all that it could: then the stretch is empty.
        return view.issuesSeenBetween(Moment.startOf(sinceMicros), Moment.startOf(trigger.timestampMicros() + 1));
    }

    /** The gap of an issue's line that a time falls in. */
    private record Gap(Moment start, Optional<Moment> end) {}

    /** Absent if the issue opened after the trigger. An occurrence of the trigger's instant counts as before it. */
    private static Optional<Gap> gapAround(IssueLine line, IssueState state, TriggerRef trigger) {
        Moment after = Moment.startOf(trigger.timestampMicros() + 1);
        if (state.last().isBefore(after)) {
            return Optional.of(new Gap(state.last(), Optional.empty()));
        }
        return line.before(after).map(start -> new Gap(start, line.firstFrom(after)));
    }

    private static void replaceResolver(
            List<Change> changes,
            IssueState state,
            IssueLine line,
            Gap gap,
            Optional<TriggerRef> before,
            Optional<TriggerRef> after) {
        Optional<TriggerRef> oldResolver = before.filter(trigger -> line.resolves(trigger, gap.end()));
        Optional<TriggerRef> newResolver = after.filter(trigger -> line.resolves(trigger, gap.end()));
        int delta = gap.end().isPresent() ? count(newResolver) - count(oldResolver) : 0;
        IssueState changed = delta == 0 ? state : state.withRegressionCount(state.regressionCount() + delta);
        if (delta != 0) {
            changes.add(new IssueUpdated(changed));
        }
        TransitionDiff.record(
                changes, changed, line.transitions(oldResolver, gap.end()), line.transitions(newResolver, gap.end()));
    }

    private static int count(Optional<TriggerRef> resolver) {
        return resolver.isPresent() ? 1 : 0;
    }

    private IssueLine line(ServiceView view, IssueState state) {
        return new IssueLine(
                state.settled(), new ViewedOccurrences(view, state.id()), view.triggers(), policy.lifecycle());
    }
}
