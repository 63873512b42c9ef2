package io.traceops.application.port;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A ledger that hands every call on to another one, for those that add something to a few of them. */
public abstract class ForwardingLedger implements ServiceLedger {
    /** For subclasses, which say where to hand on to. */
    protected ForwardingLedger() {}

    /** The ledger to hand on to; asked at each call, by any thread. */
    protected abstract ServiceLedger ledger();

    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        return ledger().appendAll(entries, receivedAtMicros);
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        return ledger().appendEach(entries, receivedAtMicros);
    }

    @Override
    public boolean delete(EventId id) {
        return ledger().delete(id);
    }

    @Override
    public Optional<StoredEvent> event(EventId id) {
        return ledger().event(id);
    }

    @Override
    public <R> Optional<R> read(ServiceName service, Function<? super ServiceReading, R> question) {
        return ledger().read(service, question);
    }

    @Override
    public List<ServiceName> services() {
        return ledger().services();
    }

    @Override
    public Optional<ServiceName> serviceOf(IssueId id) {
        return ledger().serviceOf(id);
    }

    @Override
    public LedgerSize size() {
        return ledger().size();
    }
}
