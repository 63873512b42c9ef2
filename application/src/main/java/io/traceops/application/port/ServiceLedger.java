package io.traceops.application.port;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the events and issues of all services by running {@link io.traceops.domain.fold.ServiceFold} on every event, and
 * on the deploys that {@link io.traceops.domain.release.ReleaseBook} detects in them.
 *
 * <p>Work on one service is serial; services run in parallel. Every method is safe to call from any thread. A ledger
 * tells its {@link TransitionListener} of the transitions of a step after it has applied it, in the order of the steps of a
 * service. An unchecked exception from any method means broken storage or a bug; expected refusals are values.
 */
public interface ServiceLedger {
    /**
     * Stores all events or none. Events of several services are one transaction. Within the list, an id occurs at most
     * once.
     *
     * @param receivedAtMicros the instant of storing, kept with each event
     */
    AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros);

    /** Stores each event on its own: one that is refused keeps no other from being stored. One receipt for each. */
    List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros);

    /**
     * Takes an event out of the set; false if there is none with this id. A detected deploy is not of the set: it follows
     * from events that are, and goes with them.
     */
    boolean delete(EventId id);

    Optional<StoredEvent> event(EventId id);

    /** Asks a question about one service; absent if the service is unknown. The question must be quick and not block. */
    <R> Optional<R> read(ServiceName service, Function<? super ServiceReading, R> question);

    /** The known services, in the order of their names. */
    List<ServiceName> services();

    /** The service that an issue belongs to; absent if the issue is unknown. */
    Optional<ServiceName> serviceOf(IssueId id);

    LedgerSize size();
}
