package io.traceops.domain.fold;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;

/** One thing that a store does to carry out a step, in the order of the step's list. */
public sealed interface Change {
    /** A new issue. It comes before the event that opens it. */
    record IssueOpened(IssueState state) implements Change {}

    /** An issue that is known already has a new state. */
    record IssueUpdated(IssueState state) implements Change {}

    /** An issue lost its last occurrence. */
    record IssueRemoved(IssueId issueId) implements Change {}

    /** The event takes its place; an error also counts its user and its route for its issue. */
    record EventAppended(Entry entry) implements Change {}

    /** The event is gone, as if it had never arrived; its user and its route count no more. */
    record EventRemoved(Stored event) implements Change {}

    /** The event is dropped to make room; what it gave to its issue stays. The horizon moves behind it. */
    record EventSettled(Stored event, long horizonMicros) implements Change {}

    /**
     * A dropped trigger is the one that all issues were waiting for whose settled part
     * {@linkplain io.traceops.domain.lifecycle.Settled#awaitsResolver() awaits} one: each has it as its resolver from now on.
     * They can be very many, so a store may note the trigger and bring the state of an issue up to date when it reads it.
     */
    record ResolverSettled(TriggerRef resolver) implements Change {}

    /** The issue's history has one more transition. For those who watch; a store keeps no list of them. */
    record TransitionAdded(IssueState state, Transition transition) implements Change {}

    /** A transition turned out not to have happened, since an event arrived late or was deleted. */
    record TransitionRetracted(IssueState state, Transition transition) implements Change {}
}
