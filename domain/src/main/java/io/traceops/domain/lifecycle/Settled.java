package io.traceops.domain.lifecycle;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What occurrences that the store has dropped gave to their issue. It is final: no event from before the horizon can
 * arrive any more.
 *
 * @param count how many occurrences were dropped
 * @param last the latest of them; absent if none was dropped
 * @param resolver the earliest trigger at or after {@code last}, if it was dropped too; while it is absent, the trigger
 *     is still to be looked up among the stored ones
 * @param episodeStart the first occurrence of the episode that {@code last} belongs to
 * @param episodeCause the likely cause of {@code episodeStart}
 * @param transitions the newest resolutions and regressions among the dropped events, newest first, at most
 *     {@value #TRANSITIONS_MAX}
 */
public record Settled(
        long count,
        Optional<Moment> last,
        Optional<TriggerRef> resolver,
        Optional<Moment> episodeStart,
        Optional<TriggerRef> episodeCause,
        List<Transition> transitions) {
    /** The most settled transitions that an issue keeps. */
    public static final int TRANSITIONS_MAX = 50;

    public static final Settled NONE =
            new Settled(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Settled {
        transitions = List.copyOf(transitions);
    }

    /** Whether the trigger that ends the settled part, if any, is still to be found among the stored ones. */
    public boolean awaitsResolver() {
        return last.isPresent() && resolver.isEmpty();
    }

    public Settled resolvedBy(TriggerRef trigger) {
        return new Settled(count, last, Optional.of(trigger), episodeStart, episodeCause, transitions);
    }

    /** One more dropped occurrence in the episode so far. */
    public Settled continued(Moment occurrence) {
        return new Settled(
                count + 1, Optional.of(occurrence), Optional.empty(), episodeStart, episodeCause, transitions);
    }

    /** One more dropped occurrence, with which an episode began. */
    public Settled begun(Moment occurrence, Optional<TriggerRef> cause, List<Transition> newestFirst) {
        List<Transition> all = new ArrayList<>(newestFirst);
        all.addAll(transitions);
        return new Settled(
                count + 1,
                Optional.of(occurrence),
                Optional.empty(),
                Optional.of(occurrence),
                cause,
                all.subList(0, Math.min(all.size(), TRANSITIONS_MAX)));
    }
}
