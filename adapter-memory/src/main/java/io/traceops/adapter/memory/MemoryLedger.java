package io.traceops.adapter.memory;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.port.TransitionListener;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.impact.DistinctSketch;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ledger in memory. It promises that what it has accepted is visible to every later call, and nothing beyond the life
 * of the process.
 *
 * <p>Each service is a {@link ServiceShard} with a lock of its own: its writers go one after the other, its readers share,
 * and services do not wait for each other. Only three things reach across services: the {@link IdTable}, since ids are
 * unique over all of them, with the {@link Segments} that hold the events; a batch over several services, which takes their
 * locks in the order of their names; and {@link Retention}, which makes room after a writer has let go of its lock.
 *
 * <p>Thread-safe.
 */
public final class MemoryLedger implements ServiceLedger {
    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final EventFinder finder;
    private final AppendEach appendEach;
    private final AppendAll appendAll;
    private final Retention retention;

    public MemoryLedger(
            MemoryLimits limits, FoldPolicy policy, DistinctSketch.Factory sketches, TransitionListener listener) {
        this.core = LedgerCore.of(limits, policy, sketches, listener);
        this.directory = new ServiceDirectory(core);
        this.finder = new EventFinder(core.ids(), directory);
        this.appendEach = new AppendEach(core, directory, finder);
        this.appendAll = new AppendAll(core, directory, finder);
        this.retention = new Retention(core, directory);
    }

    LedgerCore core() {
        return core;
    }

    ServiceDirectory directory() {
        return directory;
    }

    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        AppendResult result = appendAll.run(entries, receivedAtMicros);
        retention.makeRoom(entries.size());
        return result;
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        List<Receipt> receipts = appendEach.run(entries, receivedAtMicros);
        retention.makeRoom(entries.size());
        return receipts;
    }

    @Override
    public boolean delete(EventId id) {
        return !id.isOfDetectedDeploy() && finder.delete(id);
    }

    @Override
    public Optional<StoredEvent> event(EventId id) {
        return finder.read(id, (shard, event) -> EventCodec.storedEvent(event, shard.name()));
    }

    @Override
    public <R> Optional<R> read(ServiceName service, Function<? super ServiceReading, R> question) {
        Optional<ServiceShard> known = directory.find(service);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ServiceShard shard = known.get();
        shard.readLock().lock();
        try {
            // Locked before its first event, or emptied since: there is no such service.
            return shard.isEmpty() ? Optional.empty() : Optional.of(question.apply(shard.reading()));
        } finally {
            shard.readLock().unlock();
        }
    }

    @Override
    public List<ServiceName> services() {
        return directory.all().stream()
                .filter(shard -> !shard.figures().isEmpty())
                .map(ServiceShard::name)
                .toList();
    }

    @Override
    public Optional<ServiceName> serviceOf(IssueId id) {
        return Optional.ofNullable(core.issueServices().get(id));
    }

    @Override
    public LedgerSize size() {
        return core.tally().size();
    }
}
