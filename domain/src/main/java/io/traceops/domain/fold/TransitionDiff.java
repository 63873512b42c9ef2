package io.traceops.domain.fold;

import io.traceops.domain.fold.Change.TransitionAdded;
import io.traceops.domain.fold.Change.TransitionRetracted;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;
import java.util.List;

/** Says what changed between two readings of the same stretch of an issue's history. */
final class TransitionDiff {
    private TransitionDiff() {}

    /** Appends a retraction for each transition that is only before, then an addition for each that is only after. */
    static void record(List<Change> changes, IssueState state, List<Transition> before, List<Transition> after) {
        for (Transition transition : before) {
            if (!after.contains(transition)) {
                changes.add(new TransitionRetracted(state, transition));
            }
        }
        for (Transition transition : after) {
            if (!before.contains(transition)) {
                changes.add(new TransitionAdded(state, transition));
            }
        }
    }
}
