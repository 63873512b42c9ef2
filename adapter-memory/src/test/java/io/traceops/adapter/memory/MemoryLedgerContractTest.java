package io.traceops.adapter.memory;

import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.TransitionListener;
import io.traceops.domain.impact.DistinctSketch;
import io.traceops.storage.contract.LedgerContract;
import io.traceops.storage.contract.LedgerSettings;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of all stores, for this one. */
class MemoryLedgerContractTest extends LedgerContract {
    private static final Logger LOG = Logger.getLogger(MemoryLedger.class.getPackageName());

    /** Thousands of small ledgers reach their bounds here, and each would say so. */
    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(Level.WARNING);
    }

    @Override
    protected ServiceLedger newLedger(
            LedgerSettings settings, DistinctSketch.Factory sketches, TransitionListener listener) {
        MemoryLimits limits = new MemoryLimits(
                settings.eventsMax(), settings.issuesMax(), settings.servicesMax(), settings.exactUsersMax());
        return new MemoryLedger(limits, settings.policy(), sketches, listener);
    }

    @Override
    protected void audit(ServiceLedger ledger) {
        LedgerAudit.of((MemoryLedger) ledger);
    }
}
