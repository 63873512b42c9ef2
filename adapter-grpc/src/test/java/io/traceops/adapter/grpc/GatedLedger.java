package io.traceops.adapter.grpc;

import io.grpc.Context;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.ForwardingLedger;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.domain.fold.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger whose writers can be held up, or met by a failure, on their way in. */
final class GatedLedger extends ForwardingLedger {
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
    protected ServiceLedger ledger() {
        return ledger;
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
}
