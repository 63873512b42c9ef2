package io.traceops.application.port;

import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;

/** Hears of transitions from a ledger. Called while the ledger holds the service, so it must be quick and not block. */
@FunctionalInterface
public interface TransitionListener {
    /**
     * @param state the issue after the step
     * @param retracted false if the transition happened; true if it turned out not to have happened
     */
    void transitioned(IssueState state, Transition transition, boolean retracted);
}
