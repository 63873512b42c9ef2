package io.traceops.application.port;

import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;

/**
 * What a ledger tells of one transition.
 *
 * @param state the issue after the step
 * @param retracted false if the transition happened; true if it turned out not to have happened
 */
public record TransitionNotice(IssueState state, Transition transition, boolean retracted) {}
