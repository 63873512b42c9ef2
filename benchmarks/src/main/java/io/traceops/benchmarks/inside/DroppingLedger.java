package io.traceops.benchmarks.inside;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says that it has stored every event, and keeps none: what remains is what everything but the store costs. */
final class DroppingLedger implements ServiceLedger {
    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        return new AppendResult.Appended(appendEach(entries, receivedAtMicros));
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        List<Receipt> receipts = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            receipts.add(new Receipt.Stored(StoredEvent.of(entry, receivedAtMicros)));
        }
        return receipts;
    }

    @Override
    public boolean delete(EventId id) {
        return false;
    }

    @Override
    public Optional<StoredEvent> event(EventId id) {
        return Optional.empty();
    }

    @Override
    public <R> Optional<R> read(ServiceName service, Function<? super ServiceReading, R> question) {
        return Optional.empty();
    }

    @Override
    public List<ServiceName> services() {
        return List.of();
    }

    @Override
    public Optional<ServiceName> serviceOf(IssueId id) {
        return Optional.empty();
    }

    @Override
    public LedgerSize size() {
        return new LedgerSize(0, 0, 0, 0, 0, 0, 0);
    }
}
