package io.traceops.domain.correlation;

import io.traceops.domain.event.Moment;
import java.util.Optional;

/**
 * The trigger that likely caused an error: the latest one of its service within the window before it. One that was announced
 * is preferred to a detected deploy: of that it is only known that it happened at some time before.
 */
public final class LikelyCause {
    /** How many detected deploys are passed over: more within one window are no deploys, whatever they are. */
    private static final int DETECTED_MAX = 16;

    private LikelyCause() {}

    /**
     * @param errorMicros when the error happened
     * @return the latest trigger with {@code 0 <= error - trigger <= window} that was announced, else the latest; of several
     *     at one time, the last by id
     */
    public static Optional<TriggerRef> of(long errorMicros, TriggerLog triggers, CorrelationPolicy policy) {
        long sinceMicros = errorMicros - policy.windowMicros();
        Optional<TriggerRef> latest = within(sinceMicros, triggers.lastBefore(Moment.startOf(errorMicros + 1)));
        Optional<TriggerRef> announced = latest;
        for (int looked = 0; announced.filter(TriggerRef::isDetected).isPresent() && looked < DETECTED_MAX; looked++) {
            announced = within(sinceMicros, triggers.lastBefore(announced.get().moment()));
        }
        return announced.filter(trigger -> !trigger.isDetected()).or(() -> latest);
    }

    private static Optional<TriggerRef> within(long sinceMicros, Optional<TriggerRef> trigger) {
        return trigger.filter(found -> found.timestampMicros() >= sinceMicros);
    }
}
