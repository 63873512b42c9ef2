package io.traceops.adapter.memory;

import io.traceops.application.port.TransitionListener;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps what a listener throws from the store: it is told of what is stored already, in the middle of what else is to be
 * stored, so its failure must not leave that half done.
 */
record GuardedListener(TransitionListener listener) implements TransitionListener {
    private static final Logger LOG = System.getLogger(GuardedListener.class.getPackageName());

    @Override
    public void transitioned(IssueState state, Transition transition, boolean retracted) {
        try {
            listener.transitioned(state, transition, retracted);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Issue " + state.id() + ": nobody could be told of " + transition.kind() + "; it is stored",
                    failure);
        }
    }
}
