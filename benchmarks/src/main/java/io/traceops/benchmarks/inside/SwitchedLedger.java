package io.traceops.benchmarks.inside;

import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.port.ForwardingLedger;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.TransitionListener;
import io.traceops.benchmarks.SampleEvents;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger that can be exchanged while the server runs. So the stores that are compared are measured in one process, with
 * everything else equally warm, and each round of a measure starts with a store of known content. Thread-safe.
 */
final class SwitchedLedger extends ForwardingLedger {
    private static final int FILL_BATCH = 1_000;

    private final FoldPolicy policy;
    private final TransitionListener listener;
    private volatile ServiceLedger current;

    SwitchedLedger(FoldPolicy policy, TransitionListener listener) {
        this.policy = policy;
        this.listener = listener;
        this.current = memory(MemoryLimits.DEFAULT.eventsMax());
    }

    /** From now on, everything is dropped. */
    void drop() {
        current = new DroppingLedger();
    }

    /**
     * From now on, a new store in memory is used, with its first events in it already.
     *
     * @param eventsMax the most events that it keeps
     * @param filled how many events are in it, in the services that the load has too; the newest are of now
     */
    void keep(int eventsMax, int filled, long nowMicros) {
        // The old one need not be in memory while the new one is filled.
        drop();
        ServiceLedger next = memory(eventsMax);
        List<Entry> batch = new ArrayList<>(FILL_BATCH);
        for (int n = 0; n < filled; n++) {
            long timestampMicros = nowMicros - (filled - n) * 1_000L;
            batch.add(SampleEvents.entry(
                    SampleEvents.error("service-" + n % SampleEvents.SERVICES, n, 2_000, timestampMicros)));
            if (batch.size() == FILL_BATCH || n == filled - 1) {
                next.appendEach(batch, nowMicros);
                batch.clear();
            }
        }
        current = next;
    }

    private ServiceLedger memory(int eventsMax) {
        MemoryLimits limits = MemoryLimits.DEFAULT;
        return new MemoryLedger(
                new MemoryLimits(eventsMax, limits.issuesMax(), limits.servicesMax(), limits.exactUsersMax()),
                policy,
                new HllDistinctSketches(),
                listener);
    }

    @Override
    protected ServiceLedger ledger() {
        return current;
    }
}
