package io.traceops.adapter.rest;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A ledger that says when it has stored something, and that a test can hold up or break by what it says it to. */
record WatchedLedger(ServiceLedger ledger, Runnable afterStoring) implements ServiceLedger {
    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        AppendResult result = ledger.appendAll(entries, receivedAtMicros);
        afterStoring.run();
        return result;
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        List<Receipt> receipts = ledger.appendEach(entries, receivedAtMicros);
        afterStoring.run();
        return receipts;
    }

    @Override
    public boolean delete(EventId id) {
        return ledger.delete(id);
    }

    @Override
    public Optional<StoredEvent> event(EventId id) {
        return ledger.event(id);
    }

    @Override
    public <R> Optional<R> read(ServiceName service, Function<? super ServiceReading, R> question) {
        return ledger.read(service, question);
    }

    @Override
    public List<ServiceName> services() {
        return ledger.services();
    }

    @Override
    public Optional<ServiceName> serviceOf(IssueId id) {
        return ledger.serviceOf(id);
    }

    @Override
    public LedgerSize size() {
        return ledger.size();
    }
}
