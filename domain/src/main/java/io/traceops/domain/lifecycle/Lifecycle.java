package io.traceops.domain.lifecycle;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.LikelyCause;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about one issue's life from its line, when they are asked; nothing of it is stored.
 *
 * <p>History is read backwards from the last occurrence. Each round looks for the latest trigger that could have resolved
 * a gap before the current occurrence, and from there jumps to the occurrence before that trigger. Without a
 * verification time every round finds a regression, so the newest {@code n} transitions cost about {@code n} look-ups
 * however long the history is. With one, rounds can find nothing, wherever an occurrence came too soon after a trigger, so
 * they are bounded by {@value #ROUNDS_MAX}. Each round steps over one trigger at least. What lies behind the bound is not
 * guessed at: it {@link #isOutOfReach is told} that it was reached, and the questions that it leaves open have no answer.
 */
public final class Lifecycle {
    /** The most rounds that a question about history takes before it is given up. */
    public static final int ROUNDS_MAX = 10_000;

    private final IssueState state;
    private final IssueLine line;
    private final Search newest;

    public Lifecycle(IssueState state, IssueLine line) {
        this.state = state;
        this.line = line;
        this.newest = search(1);
    }

    /** The trigger that resolved the issue, as seen at an instant; absent while the issue is open. */
    public Optional<TriggerRef> resolution(long nowMicros) {
        return line.resolver(state.last(), Optional.empty())
                .filter(trigger -> trigger.timestampMicros() + line.policy().verificationMicros() <= nowMicros);
    }

    /** Whether the last regression lies further back than is looked, behind more than {@value #ROUNDS_MAX} triggers. */
    public boolean isOutOfReach() {
        return !newest.complete();
    }

    /** The current episode: since the last regression, or since the issue opened. Absent if that is out of reach. */
    public Optional<Episode> episode(CorrelationPolicy correlation) {
        if (isOutOfReach()) {
            return Optional.empty();
        }
        if (newest.gaps().isEmpty() && state.settled().episodeStart().isPresent()) {
            return Optional.of(new Episode(
                    state.settled().episodeStart().get(), state.settled().episodeCause()));
        }
        Moment start = newest.gaps().stream().findFirst().map(Gap::next).orElse(state.first());
        return Optional.of(new Episode(start, LikelyCause.of(start.timestampMicros(), line.triggers(), correlation)));
    }

    /** The trigger that resolved the issue the last time before it came back; absent if it never did, or out of reach. */
    public Optional<TriggerRef> lastFailedResolver() {
        return newest.gaps().stream().findFirst().map(Gap::resolver);
    }

    /**
     * The newest transitions that count at an instant, newest first. They are an unbroken row: what lies behind one that is
     * out of reach is left out too.
     *
     * @param limit the most transitions to return, 0 or more
     */
    public List<Transition> history(long nowMicros, int limit) {
        List<Transition> newestFirst = new ArrayList<>();
        resolution(nowMicros)
                .map(trigger -> Transition.resolved(trigger.moment(), line.policy()))
                .ifPresent(newestFirst::add);
        Search search = search(limit);
        for (Gap gap : search.gaps()) {
            newestFirst.addAll(line.transitions(Optional.of(gap.resolver()), Optional.of(gap.next()))
                    .reversed());
        }
        if (search.complete()) {
            newestFirst.addAll(state.settled().transitions());
        }
        if (newestFirst.size() < limit && isComplete(newestFirst)) {
            newestFirst.add(Transition.opened(state.first()));
        }
        return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    }

    /** Settled history is cut, so the opening may only follow if every regression is there. */
    private boolean isComplete(List<Transition> newestFirst) {
        return countRegressions(newestFirst) == state.regressionCount();
    }

    private static int countRegressions(List<Transition> transitions) {
        return (int) transitions.stream()
                .filter(transition -> transition.kind() == TransitionKind.REGRESSED)
                .count();
    }

    /** A resolved gap: the occurrence that ended it and the trigger that resolved it. */
    private record Gap(Moment next, TriggerRef resolver) {}

    /**
     * Gaps that were resolved and then ended by a regression, newest first.
     *
     * @param complete false if the search was given up before as many were found as there may be
     */
    private record Search(List<Gap> gaps, boolean complete) {}

    /** Looks for the newest regressions among the stored occurrences. */
    private Search search(int limit) {
        List<Gap> found = new ArrayList<>();
        int wanted = Math.min(limit, storedRegressionsAtMost());
        Optional<Moment> current = Optional.of(state.last());
        for (int round = 0; round < ROUNDS_MAX && found.size() < wanted && current.isPresent(); round++) {
            current = nextRound(current.get(), found);
        }
        return new Search(found, found.size() >= wanted || current.isEmpty());
    }

    /** Most issues never came back, and nothing needs to be looked for. */
    private int storedRegressionsAtMost() {
        return state.regressionCount() - countRegressions(state.settled().transitions());
    }

    /** Adds the gap that this round finds, if any, and returns the occurrence to go on from. */
    private Optional<Moment> nextRound(Moment current, List<Gap> found) {
        Optional<Moment> previous = previousGapStart(current);
        if (previous.isEmpty()) {
            return Optional.empty();
        }
        Optional<Moment> next = line.firstAfter(previous.get());
        Optional<TriggerRef> resolver = next.flatMap(_ -> line.resolver(previous.get(), next));
        resolver.ifPresent(trigger -> found.add(new Gap(next.orElseThrow(), trigger)));
        // What came before the last dropped occurrence is settled.
        return previous.filter(moment -> !state.settled().last().equals(Optional.of(moment)));
    }

    private Optional<Moment> previousGapStart(Moment current) {
        Optional<Moment> settledLast = state.settled().last().filter(last -> last.isBefore(current));
        long latestMicros = current.timestampMicros() - line.policy().verificationMicros();
        Optional<TriggerRef> trigger =
                latestMicros <= 0 ? Optional.empty() : line.triggers().lastBefore(Moment.startOf(latestMicros));
        // Without a stored trigger, a dropped one may still have resolved the gap after the last dropped occurrence.
        return trigger.map(t -> line.before(Moment.startOf(t.timestampMicros() + 1)))
                .orElse(settledLast);
    }
}
