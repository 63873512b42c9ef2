package io.traceops.storage.contract;

import io.traceops.application.port.TransitionListener;
import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the books on transitions: what was added and not retracted since. A transition that is added twice, or retracted
 * without having been added, is noted as a fault. Thread-safe.
 */
final class TransitionRecorder implements TransitionListener {
    private final Map<IssueId, Set<Transition>> standing = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Override
    public synchronized void transitioned(List<TransitionNotice> notices) {
        if (notices.isEmpty()) {
            faults.add("a step without transitions");
        }
        notices.forEach(this::record);
    }

    private void record(TransitionNotice notice) {
        Transition transition = notice.transition();
        Set<Transition> ofIssue = standing.computeIfAbsent(notice.state().id(), _ -> new HashSet<>());
        boolean changed = notice.retracted() ? ofIssue.remove(transition) : ofIssue.add(transition);
        String told = (notice.retracted() ? "not " : "") + transition.kind() + " by "
                + transition.cause().id();
        log.add(told);
        if (!changed) {
            faults.add(told + " of issue " + notice.state().id());
        }
    }

    /** What was told, in order, such as {@code RESOLVED by d1} or {@code not RESOLVED by d1}. */
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** The transitions of an issue that hold. */
    synchronized Set<Transition> standing(IssueId id) {
        return Set.copyOf(standing.getOrDefault(id, Set.of()));
    }

    /** The issues that have a transition that holds. */
    synchronized Set<IssueId> issues() {
        Set<IssueId> issues = new HashSet<>();
        standing.forEach((id, transitions) -> {
            if (!transitions.isEmpty()) {
                issues.add(id);
            }
        });
        return issues;
    }
}
