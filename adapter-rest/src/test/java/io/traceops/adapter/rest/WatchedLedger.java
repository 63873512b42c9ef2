package io.traceops.adapter.rest;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.ForwardingLedger;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.domain.fold.Entry;
import java.util.List;

/** A ledger that says when it has stored something, and that a test can hold up or break by what it says it to. */
final class WatchedLedger extends ForwardingLedger {
    private final ServiceLedger ledger;
    private final Runnable afterStoring;

    WatchedLedger(ServiceLedger ledger, Runnable afterStoring) {
        this.ledger = ledger;
        this.afterStoring = afterStoring;
    }

    @Override
    protected ServiceLedger ledger() {
        return ledger;
    }

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
}
