package io.traceops.domain.fold;

import io.traceops.domain.event.Event;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.fold.Stored.StoredError;
import io.traceops.domain.fold.Stored.StoredTrigger;
import io.traceops.domain.fold.Verdict.BeforeHorizon;
import io.traceops.domain.fold.Verdict.Conflict;
import io.traceops.domain.fold.Verdict.Duplicate;
import io.traceops.domain.fold.Verdict.Fresh;
import io.traceops.domain.fold.Verdict.Richer;
import java.util.Optional;

/**
 * The one step that every store runs: a view of a service and one event in, the changes to store out.
 *
 * <p>The state that these steps lead to is a function of the set of events: for any order of arrival, any batching and
 * any duplicates it is the same, because each step repairs exactly the gaps of the issues' lines that its event falls
 * in (see {@link io.traceops.domain.lifecycle.IssueLine}), and because no step reads a clock or the order of arrival.
 * Deleting an event takes it out of the set. Only {@link #settleOldest} leaves the law behind: it gives up an event for
 * room and keeps what it gave.
 *
 * <p>Stateless, pure and thread-safe.
 */
public final class ServiceFold {
    private final ErrorFold errors;
    private final TriggerFold triggers;

    public ServiceFold(FoldPolicy policy) {
        this.errors = new ErrorFold(policy);
        this.triggers = new TriggerFold(policy);
    }

    /**
     * Whether an event may take its place. The fold itself does not ask again.
     *
     * <p>An id stands for one event. Reports of one failure share an id that was derived from the failure: of these, the one
     * that names a route stands before the one that does not, then the one with a stack, then the earlier one. A store that
     * is told that an event is {@link Richer} removes what is stored and adds the event, as one change.
     */
    public Verdict judge(ServiceView view, Entry entry) {
        Event sent = entry.event();
        Optional<Event> stored = view.event(sent.id());
        if (stored.isPresent()) {
            return entry.conflictsWith(stored.get())
                    ? new Conflict(stored.get())
                    : judgeAgain(entry, stored.get(), beforeHorizon(view, sent).isPresent());
        }
        Optional<BeforeHorizon> before = beforeHorizon(view, sent);
        return before.isPresent() ? before.get() : new Fresh();
    }

    /** What keeps an event from its place whose id is new. A store that knows this of an id need not {@link #judge}. */
    public Optional<BeforeHorizon> beforeHorizon(ServiceView view, Event event) {
        return event.timestampMicros() < view.horizonMicros()
                ? Optional.of(new BeforeHorizon(view.horizonMicros()))
                : Optional.empty();
    }

    /** Where what is stored and what was sent tell of the same. */
    private static Verdict judgeAgain(Entry entry, Event stored, boolean isBeforeHorizon) {
        boolean givesWay = !isBeforeHorizon && entry.isRicherThan(stored);
        return givesWay ? new Richer(stored) : new Duplicate(stored);
    }

    /** Adds an event that was judged {@link Fresh}, or {@link Richer} than one that was removed since. */
    public Step add(ServiceView view, Entry entry) {
        return switch (entry) {
            case ErrorEntry error -> errors.add(view, error);
            case TriggerEntry trigger -> triggers.add(view, trigger);
        };
    }

    /** Takes a stored event out of the set. */
    public Step remove(ServiceView view, Stored event) {
        return switch (event) {
            case StoredError error -> errors.remove(view, error);
            case StoredTrigger trigger -> triggers.remove(view, trigger);
        };
    }

    /** Drops the oldest stored event of the service for room. */
    public Step settleOldest(ServiceView view, Stored oldest) {
        return switch (oldest) {
            case StoredError error -> errors.settle(view, error);
            case StoredTrigger trigger -> TriggerFold.settle(trigger);
        };
    }
}
