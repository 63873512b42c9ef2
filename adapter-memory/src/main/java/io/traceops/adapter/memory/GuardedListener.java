package io.traceops.adapter.memory;

import io.traceops.application.port.TransitionListener;
import io.traceops.application.port.TransitionNotice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Keeps what a listener throws from the store: it is told of what is stored already, in the middle of what else is to be
 * stored, so its failure must not leave that half done.
 */
record GuardedListener(TransitionListener listener) implements TransitionListener {
    private static final Logger LOG = System.getLogger(GuardedListener.class.getPackageName());

    @Override
    public void transitioned(List<TransitionNotice> notices) {
        try {
            listener.transitioned(notices);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Service " + notices.getFirst().state().service() + ": nobody could be told of " + notices.size()
                            + " transitions of issues; they are stored",
                    failure);
        }
    }
}
