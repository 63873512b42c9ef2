package io.traceops.adapter.grpc;

import io.grpc.Context;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A ledger whose writers can be held up, or met by a failure, on their way in. */
final class GatedLedger implements ServiceLedger {
    private final ServiceLedger ledger;
    private final BlockingQueue<Context> arrived = new LinkedBlockingQueue<>();
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    private volatile Optional<RuntimeException> failure = Optional.empty();

    GatedLedger(ServiceLedger ledger) {
        this.ledger = ledger;
    }

    /** From now on writers wait. */
    void shut() {
        gate.set(new CountDownLatch(1));
    }

    /** Lets those who wait go on, and those who come. */
    void open() {
        gate.get().countDown();
    }

    /** Waits until one more writer has come to the gate, and gives the context of its call. */
    Context awaitWriter() throws InterruptedException {
        return arrived.take();
    }

    /** Waits until the call is cancelled, as its writer would see it. */
    static void awaitCancelled(Context call) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        call.addListener(_ -> cancelled.countDown(), Runnable::run);
        cancelled.await();
    }

    void failWith(RuntimeException exception) {
        failure = Optional.of(exception);
    }

    @Override
    public AppendResult appendAll(List<? extends Entry> entries, long receivedAtMicros) {
        pass();
        return ledger.appendAll(entries, receivedAtMicros);
    }

    @Override
    public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
        pass();
        return ledger.appendEach(entries, receivedAtMicros);
    }

    private void pass() {
        arrived.add(Context.current());
        boolean interrupted = false;
        while (true) {
            try {
                gate.get().await();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(exception -> {
            throw exception;
        });
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
