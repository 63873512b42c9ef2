package io.traceops.application.watch;

import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;

/**
 * A transition as a watcher sees it.
 *
 * @param state the issue after the step that made the transition known
 * @param retracted false if the transition happened; true if one that was told before turned out not to have happened,
 *     since an event arrived late or was deleted
 * @param token where to resume after this transition
 */
public record IssueTransition(IssueState state, Transition transition, boolean retracted, String token) {}
