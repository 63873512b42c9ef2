package io.traceops.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A ledger that measures how long storing takes, whichever door the events came through. Thread-safe. */
final class MeteredLedger implements ServiceLedger {
    private final ServiceLedger ledger;
    private final Timer appendTime;

    MeteredLedger(ServiceLedger ledger, MeterRegistry registry) {
        this.ledger = ledger;
        this.appendTime = Timer.builder("traceops.store.append")
                .description("Time to store what one request or one chunk brought, waiting for its services included.")
                .serviceLevelObjectives(Latencies.BOUNDS)
                .register(registry);
    }

    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        long startNanos = System.nanoTime();
        AppendResult result = ledger.appendAll(entries, receivedAtMicros);
        appendTime.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        return result;
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        long startNanos = System.nanoTime();
        List<Receipt> receipts = ledger.appendEach(entries, receivedAtMicros);
        appendTime.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
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
