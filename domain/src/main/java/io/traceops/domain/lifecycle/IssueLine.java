package io.traceops.domain.lifecycle;

import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The occurrences of one issue on a line, between the triggers of its service.
 *
 * <p>Everything that the lifecycle says follows from single gaps of this line. The gap between two neighbouring
 * occurrences was resolved if the earliest trigger at or after its start came, with the verification time, before its
 * end. So an event that arrives late changes only the gap that it falls in, whatever arrived before.
 */
public record IssueLine(Settled settled, Occurrences occurrences, TriggerLog triggers, LifecyclePolicy policy) {

    /** The latest occurrence before a moment. The last dropped one stands for all that were dropped. */
    public Optional<Moment> before(Moment exclusive) {
        return occurrences.lastBefore(exclusive).or(() -> settled.last().filter(last -> last.isBefore(exclusive)));
    }

    /** The earliest stored occurrence at or after a moment. */
    public Optional<Moment> firstFrom(Moment inclusive) {
        return occurrences.firstFrom(inclusive);
    }

    /** The earliest stored occurrence after a moment. */
    public Optional<Moment> firstAfter(Moment exclusive) {
        return occurrences.firstAfter(exclusive);
    }

    /** The earliest trigger at or after an occurrence, whether or not it resolves anything. */
    public Optional<TriggerRef> triggerAfter(Moment occurrence) {
        Optional<TriggerRef> droppedTrigger =
                settled.last().filter(occurrence::equals).flatMap(_ -> settled.resolver());
        return droppedTrigger.or(() -> triggers.firstFrom(Moment.startOf(occurrence.timestampMicros())));
    }

    /** Whether a trigger resolves the gap that ends with the next occurrence, or that nothing ends. */
    public boolean resolves(TriggerRef trigger, Optional<Moment> next) {
        return next.isEmpty()
                || trigger.timestampMicros() + policy.verificationMicros()
                        < next.get().timestampMicros();
    }

    /** The trigger that resolved the issue between two neighbouring occurrences, or after the last one. */
    public Optional<TriggerRef> resolver(Moment occurrence, Optional<Moment> next) {
        return triggerAfter(occurrence).filter(trigger -> resolves(trigger, next));
    }

    /** What happened in a gap, if the given trigger resolved it. Oldest first. */
    public List<Transition> transitions(Optional<TriggerRef> resolver, Optional<Moment> next) {
        List<Transition> transitions = new ArrayList<>(2);
        if (resolver.isPresent()) {
            transitions.add(Transition.resolved(resolver.get().moment(), policy));
            next.map(Transition::regressed).ifPresent(transitions::add);
        }
        return transitions;
    }

    /** What happened between an occurrence, or the beginning of time, and the next occurrence, or the end of time. */
    public List<Transition> transitionsBetween(Optional<Moment> occurrence, Optional<Moment> next) {
        if (occurrence.isEmpty()) {
            return next.map(Transition::opened).stream().toList();
        }
        return transitions(resolver(occurrence.get(), next), next);
    }
}
