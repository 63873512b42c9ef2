package io.traceops.application.port;

import java.util.List;

/** Hears of transitions from a ledger. Called while the ledger holds the service, so it must be quick and not block. */
@FunctionalInterface
public interface TransitionListener {
    /** @param notices all transitions of one step, in their order; at least one */
    void transitioned(List<TransitionNotice> notices);
}
