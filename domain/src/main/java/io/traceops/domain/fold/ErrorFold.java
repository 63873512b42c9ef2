package io.traceops.domain.fold;

import io.traceops.domain.correlation.LikelyCause;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Moment;
import io.traceops.domain.fold.Change.EventAppended;
import io.traceops.domain.fold.Change.EventRemoved;
import io.traceops.domain.fold.Change.EventSettled;
import io.traceops.domain.fold.Change.IssueOpened;
import io.traceops.domain.fold.Change.IssueRemoved;
import io.traceops.domain.fold.Change.IssueUpdated;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Stored.StoredError;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.grouping.Title;
import io.traceops.domain.lifecycle.IssueLine;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Settled;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.lifecycle.TransitionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an error does to its issue: it splits one gap of the issue's line in two, or joins two to one when it goes. */
final class ErrorFold {
    private final FoldPolicy policy;

    ErrorFold(FoldPolicy policy) {
        this.policy = policy;
    }

    Step add(ServiceView view, ErrorEntry entry) {
        Optional<IssueState> known = view.issue(entry.issueId());
        return known.isPresent() ? join(view, entry, known.get()) : open(view, entry);
    }

    private Step open(ServiceView view, ErrorEntry entry) {
        Moment moment = entry.event().moment();
        Grouping grouping = entry.grouping().shared();
        String title = Title.of(entry.event(), grouping);
        IssueState state = new IssueState(
                entry.issueId(),
                entry.event().service(),
                grouping,
                title,
                policy.severity().ofTitle(title),
                1,
                moment,
                moment,
                0,
                Settled.NONE);
        List<Change> changes = new ArrayList<>(4);
        changes.add(new IssueOpened(state));
        changes.add(new EventAppended(entry));
        List<Transition> history = new ArrayList<>(2);
        history.add(Transition.opened(moment));
        history.addAll(line(view, state).transitionsBetween(Optional.of(moment), Optional.empty()));
        TransitionDiff.record(changes, state, List.of(), history);
        return new Step(changes);
    }

    private Step join(ServiceView view, ErrorEntry entry, IssueState state) {
        Moment moment = entry.event().moment();
        IssueLine line = line(view, state);
        Split split = moment.isAfter(state.last()) ? Split.atEnd(line, state.last(), moment) : Split.at(line, moment);
        IssueState joined = state.withSpan(
                state.count() + 1,
                earlier(state.first(), moment),
                later(state.last(), moment),
                state.regressionCount() + regressions(split.apart()) - regressions(split.whole()));
        if (moment.isBefore(state.first())) {
            String title = Title.of(entry.event(), state.grouping());
            joined = joined.withTitle(title, policy.severity().ofTitle(title));
        }
        List<Change> changes = new ArrayList<>(4);
        changes.add(new IssueUpdated(joined));
        changes.add(new EventAppended(entry));
        TransitionDiff.record(changes, joined, split.whole(), split.apart());
        return new Step(changes);
    }

    Step remove(ServiceView view, StoredError error) {
        IssueState state = stateOf(view, error);
        IssueLine line = line(view, state);
        Split split = Split.at(line, error.moment());
        List<Change> changes = new ArrayList<>(4);
        changes.add(new EventRemoved(error));
        if (state.count() == 1) {
            changes.add(new IssueRemoved(state.id()));
            TransitionDiff.record(changes, state, split.apart(), List.of());
            return new Step(changes);
        }
        IssueState left = without(view, state, error.moment(), split);
        changes.add(new IssueUpdated(left));
        TransitionDiff.record(changes, left, split.apart(), split.whole());
        return new Step(changes);
    }

    private IssueState without(ServiceView view, IssueState state, Moment moment, Split split) {
        boolean wasFirst = state.first().equals(moment);
        IssueState left = state.withSpan(
                state.count() - 1,
                wasFirst ? split.next().orElseThrow() : state.first(),
                state.last().equals(moment) ? split.previous().orElseThrow() : state.last(),
                state.regressionCount() + regressions(split.whole()) - regressions(split.apart()));
        if (!wasFirst) {
            return left;
        }
        ErrorEvent first = (ErrorEvent) view.event(left.first().id()).orElseThrow();
        String title = Title.of(first, state.grouping());
        return left.withTitle(title, policy.severity().ofTitle(title));
    }

    Step settle(ServiceView view, StoredError error) {
        IssueState state = stateOf(view, error);
        Settled settled = settled(view, state, error.moment());
        return new Step(List.of(
                new EventSettled(error, error.moment().timestampMicros() + 1),
                new IssueUpdated(state.withSettled(settled))));
    }

    private Settled settled(ServiceView view, IssueState state, Moment moment) {
        IssueLine line = line(view, state);
        Optional<Moment> previous = state.settled().last();
        Optional<TriggerRef> resolver = previous.flatMap(p -> line.resolver(p, Optional.of(moment)));
        boolean begins = previous.isEmpty() || resolver.isPresent();
        Settled settled = begins
                ? state.settled()
                        .begun(
                                moment,
                                LikelyCause.of(moment.timestampMicros(), view.triggers(), policy.correlation()),
                                line.transitions(resolver, Optional.of(moment)).reversed())
                : state.settled().continued(moment);
        // Triggers of the same instant can precede the error in the order and be dropped already, yet resolve it.
        return view.triggers()
                .firstFrom(Moment.startOf(moment.timestampMicros()))
                .filter(trigger -> trigger.moment().isBefore(moment))
                .map(settled::resolvedBy)
                .orElse(settled);
    }

    /**
     * The gap that a moment lies in, as a whole and split by an occurrence at that moment.
     *
     * @param whole what happened between the neighbours if there is no occurrence at the moment
     * @param apart what happened if there is one
     */
    private record Split(
            Optional<Moment> previous, Optional<Moment> next, List<Transition> whole, List<Transition> apart) {
        /** After the last occurrence, as most errors come. */
        static Split atEnd(IssueLine line, Moment last, Moment moment) {
            return line.triggerAfter(last).isEmpty()
                    ? new Split(Optional.of(last), Optional.empty(), List.of(), List.of())
                    : at(line, moment);
        }

        static Split at(IssueLine line, Moment moment) {
            Optional<Moment> previous = line.before(moment);
            Optional<Moment> next = line.firstAfter(moment);
            List<Transition> apart = new ArrayList<>(4);
            apart.addAll(line.transitionsBetween(previous, Optional.of(moment)));
            apart.addAll(line.transitionsBetween(Optional.of(moment), next));
            return new Split(previous, next, line.transitionsBetween(previous, next), apart);
        }
    }

    private IssueLine line(ServiceView view, IssueState state) {
        return new IssueLine(
                state.settled(), new ViewedOccurrences(view, state.id()), view.triggers(), policy.lifecycle());
    }

    private static IssueState stateOf(ServiceView view, StoredError error) {
        return view.issue(error.issueId())
                .orElseThrow(() -> new IllegalStateException(
                        "stored error " + error.moment().id() + " without its issue " + error.issueId()));
    }

    private static int regressions(List<Transition> transitions) {
        int regressions = 0;
        for (Transition transition : transitions) {
            if (transition.kind() == TransitionKind.REGRESSED) {
                regressions++;
            }
        }
        return regressions;
    }

    private static Moment earlier(Moment a, Moment b) {
        return a.isBefore(b) ? a : b;
    }

    private static Moment later(Moment a, Moment b) {
        return a.isAfter(b) ? a : b;
    }
}
