package io.traceops.domain.correlation;

import io.traceops.domain.event.Moment;
import java.util.Optional;

/** The trigger that likely caused an error: the latest one of its service within the window before it. */
public final class LikelyCause {
    private LikelyCause() {}

    /**
     * @param errorMicros when the error happened
     * @return the latest trigger with {@code 0 <= error - trigger <= window}; of several at one time, the last by id
     */
    public static Optional<TriggerRef> of(long errorMicros, TriggerLog triggers, CorrelationPolicy policy) {
        return triggers.lastBefore(Moment.startOf(errorMicros + 1))
                .filter(trigger -> errorMicros - trigger.timestampMicros() <= policy.windowMicros());
    }
}
