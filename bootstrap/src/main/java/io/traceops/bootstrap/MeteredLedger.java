package io.traceops.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.ForwardingLedger;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.domain.fold.Entry;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A ledger that measures how long storing takes, whichever door the events came through. Thread-safe. */
final class MeteredLedger extends ForwardingLedger {
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
    protected ServiceLedger ledger() {
        return ledger;
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
}
