package io.traceops.domain.fold;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;

/** A stored event as the fold needs it to take it out again. */
public sealed interface Stored {
    Moment moment();

    /** An error, with the issue that it was stored under. */
    record StoredError(Moment moment, IssueId issueId) implements Stored {}

    /** A trigger. */
    record StoredTrigger(TriggerRef trigger) implements Stored {
        @Override
        public Moment moment() {
            return trigger.moment();
        }
    }
}
