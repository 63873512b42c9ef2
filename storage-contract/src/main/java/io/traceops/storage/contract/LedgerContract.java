package io.traceops.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.TransitionListener;
import io.traceops.domain.impact.DistinctSketch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * What every store must do. A store's test extends this class and says how to make a ledger and how to audit one; the
 * tests come with it, from one interface for each subject.
 */
public abstract class LedgerContract
        implements AppendContract,
                BatchContract,
                DeletionContract,
                ReportContract,
                DetectedDeployContract,
                SliceContract,
                IssueContract,
                TransitionContract,
                RetentionContract,
                LawContract,
                RetentionLawContract,
                ConcurrencyContract {
    private final List<OpenLedger> opened = new ArrayList<>();

    /** A new and empty ledger. */
    protected abstract ServiceLedger newLedger(
            LedgerSettings settings, DistinctSketch.Factory sketches, TransitionListener listener);

    /** Holds every index of a ledger against every other, and fails if two disagree. Nobody else uses the ledger then. */
    protected abstract void audit(ServiceLedger ledger);

    @Override
    public final OpenLedger open(LedgerSettings settings) {
        TransitionRecorder transitions = new TransitionRecorder();
        OpenLedger ledger = new OpenLedger(newLedger(settings, ExactSketch::new, transitions), settings, transitions);
        opened.add(ledger);
        return ledger;
    }

    @Override
    public final void audit(OpenLedger ledger) {
        audit(ledger.ledger());
        assertThat(ledger.transitions().faults())
                .as("transitions that were told twice, or taken back without having been told")
                .isEmpty();
    }

    @Override
    public final void close(OpenLedger ledger) {
        audit(ledger);
        opened.remove(ledger);
    }

    @AfterEach
    final void auditAll() {
        opened.forEach(this::audit);
    }
}
