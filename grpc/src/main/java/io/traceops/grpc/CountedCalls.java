package io.traceops.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the calls that are under way, so that a stopping server can wait for them: and for them alone, since those who
 * watch its health stay until they are cut off.
 */
final class CountedCalls implements ServerInterceptor {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int calls;

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        begin();
        Listener<Q> handler;
        try {
            handler = next.startCall(call, headers);
        } catch (RuntimeException | Error failure) {
            end();
            throw failure;
        }
        return new SimpleForwardingServerCallListener<>(handler) {
            @Override
            public void onComplete() {
                super.onComplete();
                end();
            }

            @Override
            public void onCancel() {
                super.onCancel();
                end();
            }
        };
    }

    /** Waits until no call is under way; false if one still was when the time ran out. */
    boolean awaitNone(Duration timeout) throws InterruptedException {
        long nanosLeft = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (calls > 0) {
                if (nanosLeft <= 0) {
                    return false;
                }
                nanosLeft = none.awaitNanos(nanosLeft);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        lock.lock();
        try {
            calls++;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            calls--;
            if (calls == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
