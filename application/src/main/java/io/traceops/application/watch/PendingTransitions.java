package io.traceops.application.watch;

import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.Transition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The transitions whose time has not come: above all resolutions that are still to be verified by silence.
 *
 * <p>If too many wait, a further one is not told at all. It is remembered for a while, so that nobody is told that it did not
 * happen either. Not thread-safe.
 */
final class PendingTransitions {
    private static final Comparator<Pending> BY_TIME =
            Comparator.comparingLong(Pending::dueMicros).thenComparingLong(Pending::number);

    private final int waitingMax;
    private final int untoldMax;
    private final NavigableSet<Pending> byTime = new TreeSet<>(BY_TIME);
    private final NavigableSet<Pending> byIssue =
            new TreeSet<>(Comparator.comparing(Pending::issue).thenComparing(BY_TIME));
    private final Map<Key, Pending> byKey = new HashMap<>();
    private final SequencedSet<Key> untold = new LinkedHashSet<>();
    private long addedCount;
    private long overflows;

    private record Key(IssueId issue, Transition transition) {
        static Key of(TransitionNotice notice) {
            return new Key(notice.state().id(), notice.transition());
        }
    }

    private record Pending(TransitionNotice notice, long number) {
        long dueMicros() {
            return notice.transition().effectiveMicros();
        }

        IssueId issue() {
            return notice.state().id();
        }
    }

    /**
     * @param waitingMax the most that wait
     * @param untoldMax the most that are remembered as not told
     */
    PendingTransitions(int waitingMax, int untoldMax) {
        this.waitingMax = waitingMax;
        this.untoldMax = untoldMax;
    }

    /** How many were not told because too many were waiting. */
    long overflows() {
        return overflows;
    }

    /** When the first of them is due. */
    OptionalLong firstDueMicros() {
        return byTime.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(byTime.first().dueMicros());
    }

    boolean hasDue(long nowMicros) {
        return !byTime.isEmpty() && byTime.first().dueMicros() <= nowMicros;
    }

    void add(TransitionNotice notice) {
        Key key = Key.of(notice);
        if (byKey.size() >= waitingMax) {
            overflows++;
            untold.addLast(key);
            if (untold.size() > untoldMax) {
                untold.removeFirst();
            }
            return;
        }
        Pending added = new Pending(notice, addedCount++);
        if (byKey.putIfAbsent(key, added) == null) {
            byTime.add(added);
            byIssue.add(added);
        }
    }

    /** Whether a transition that did not happen after all was never told, so that nobody needs to hear of it. */
    boolean retract(TransitionNotice notice, long nowMicros) {
        if (byKey.isEmpty() && untold.isEmpty()) {
            return notice.transition().effectiveMicros() > nowMicros;
        }
        Key key = Key.of(notice);
        Pending waiting = byKey.get(key);
        if (waiting != null) {
            remove(waiting);
            return true;
        }
        return untold.remove(key) || notice.transition().effectiveMicros() > nowMicros;
    }

    /** Takes out what is due, earliest first, at most so much. */
    void takeDue(long nowMicros, int max, Consumer<TransitionNotice> teller) {
        for (int taken = 0; taken < max && hasDue(nowMicros); taken++) {
            Pending due = byTime.first();
            remove(due);
            teller.accept(due.notice());
        }
    }

    /** Takes out what is due of one issue, earliest first: it comes before what happens to the issue now. */
    void takeDueOf(TransitionNotice next, long nowMicros, Consumer<TransitionNotice> teller) {
        while (hasDue(nowMicros)) {
            Pending first = byIssue.ceiling(new Pending(earliestOf(next), 0));
            if (first == null || !first.issue().equals(next.state().id()) || first.dueMicros() > nowMicros) {
                return;
            }
            remove(first);
            teller.accept(first.notice());
        }
    }

    private static TransitionNotice earliestOf(TransitionNotice notice) {
        Transition transition = notice.transition();
        return new TransitionNotice(notice.state(), new Transition(transition.kind(), transition.cause(), 0), false);
    }

    private void remove(Pending pending) {
        byKey.remove(Key.of(pending.notice()));
        byTime.remove(pending);
        byIssue.remove(pending);
    }
}
