package io.traceops.adapter.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.traceops.grpc.ClosedOnce;

/**
 * Ends a call whose handling throws: the log gets the failure, the client an id of it and no more. A call is closed once,
 * by whoever comes first.
 */
final class GuardedCalls implements ServerInterceptor {
    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        GuardedCall<Q, R> guarded = new GuardedCall<>(call);
        try {
            return new Guard<>(guarded, next.startCall(guarded, headers));
        } catch (RuntimeException | Error failure) {
            guarded.fail(failure);
            return new Listener<>() {};
        }
    }

    private static final class GuardedCall<Q, R> extends ClosedOnce<Q, R> {
        GuardedCall(ServerCall<Q, R> call) {
            super(call);
        }

        void fail(Throwable failure) {
            StatusRuntimeException answer = failure instanceof StatusRuntimeException known
                    ? known
                    : FailureLog.note(getMethodDescriptor().getFullMethodName(), RequestIds.current(), failure);
            ClosedOnce.close(this, answer);
        }
    }

    /** Once a callback has thrown, the handler hears only that the call is over. */
    private static final class Guard<Q, R> extends SimpleForwardingServerCallListener<Q> {
        private final GuardedCall<Q, R> call;
        private boolean failed;

        Guard(GuardedCall<Q, R> call, Listener<Q> handler) {
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
