package io.traceops.domain.lifecycle;

import io.traceops.domain.event.Moment;

/**
 * One change of an issue's status.
 *
 * @param cause the event that caused it, an occurrence or a trigger; its time is the time of the transition
 * @param effectiveMicros from when on the transition counts; later than the cause only for a resolution that is still
 *     to be verified by silence
 */
public record Transition(TransitionKind kind, Moment cause, long effectiveMicros) {
    public static Transition opened(Moment occurrence) {
        return new Transition(TransitionKind.OPENED, occurrence, occurrence.timestampMicros());
    }

    public static Transition regressed(Moment occurrence) {
        return new Transition(TransitionKind.REGRESSED, occurrence, occurrence.timestampMicros());
    }

    public static Transition resolved(Moment trigger, LifecyclePolicy policy) {
        return new Transition(
                TransitionKind.RESOLVED, trigger, trigger.timestampMicros() + policy.verificationMicros());
    }

    public long atMicros() {
        return cause.timestampMicros();
    }
}
