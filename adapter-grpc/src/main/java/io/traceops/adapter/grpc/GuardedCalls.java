package io.traceops.adapter.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a call whose handling throws: the log gets the failure, the client an id of it and no more. A call is closed once,
 * by whoever comes first.
 */
final class GuardedCalls implements ServerInterceptor {
    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ClosedOnce<Q, R> guarded = new ClosedOnce<>(call);
        try {
            return new Guard<>(guarded, next.startCall(guarded, headers));
        } catch (RuntimeException | Error failure) {
            guarded.fail(failure);
            return new Listener<>() {};
        }
    }

    private static final class ClosedOnce<Q, R> extends SimpleForwardingServerCall<Q, R> {
        private final AtomicBoolean closed = new AtomicBoolean();

        ClosedOnce(ServerCall<Q, R> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (closed.compareAndSet(false, true)) {
                super.close(status, trailers);
            }
        }

        void fail(Throwable failure) {
            StatusRuntimeException answer = failure instanceof StatusRuntimeException known
                    ? known
                    : FailureLog.note(getMethodDescriptor().getFullMethodName(), RequestIds.current(), failure);
            close(answer.getStatus(), Optional.ofNullable(answer.getTrailers()).orElseGet(Metadata::new));
        }
    }

    /** Once a callback has thrown, the handler hears only that the call is over. */
    private static final class Guard<Q, R> extends SimpleForwardingServerCallListener<Q> {
        private final ClosedOnce<Q, R> call;
        private boolean failed;

        Guard(ClosedOnce<Q, R> call, Listener<Q> handler) {
            super(handler);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            run(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            run(super::onHalfClose);
        }

        @Override
        public void onReady() {
            run(super::onReady);
        }

        private void run(Runnable callback) {
            if (failed) {
                return;
            }
            try {
                callback.run();
            } catch (RuntimeException | Error failure) {
                failed = true;
                call.fail(failure);
            }
        }
    }
}
