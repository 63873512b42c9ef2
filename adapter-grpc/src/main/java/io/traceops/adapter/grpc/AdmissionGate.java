package io.traceops.adapter.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.Admission.Permit;
import io.traceops.grpc.ClosedOnce;

/**
 * Lets calls in, or turns them away, when their headers arrive and nothing else has been read of them. A call has its
 * place until it is over, its answer read or given up, so that the places bound the memory that answers take.
 *
 * <p>Watchers keep no place: they wait nearly all the time, and the feed bounds their number.
 */
final class AdmissionGate implements ServerInterceptor {
    private final Admission admission;

    AdmissionGate(Admission admission) {
        this.admission = admission;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return switch (isStream(call) ? admission.enterStream() : admission.enter()) {
            case Admission.Answer.Entered entered -> letIn(call, headers, next, entered.permit());
            case Admission.Answer.Overloaded overloaded -> turnAway(call, Problems.overloaded(overloaded.retryAfter()));
            case Admission.Answer.Stopping _ -> turnAway(call, Problems.stopping());
        };
    }

    private static boolean isStream(ServerCall<?, ?> call) {
        return !call.getMethodDescriptor().getType().clientSendsOneMessage();
    }

    private static <Q, R> Listener<Q> letIn(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next, Permit permit) {
        if (call.getMethodDescriptor().getType() == MethodType.SERVER_STREAMING) {
            permit.close();
        }
        Listener<Q> handler;
        try {
            handler = next.startCall(call, headers);
        } catch (RuntimeException failure) {
            permit.close();
            throw failure;
        }
        return new SimpleForwardingServerCallListener<>(handler) {
            @Override
            public void onComplete() {
                permit.close();
                super.onComplete();
            }

            @Override
            public void onCancel() {
                permit.close();
                super.onCancel();
            }
        };
    }

    private static <Q, R> Listener<Q> turnAway(ServerCall<Q, R> call, StatusRuntimeException answer) {
        ClosedOnce.close(call, answer);
        return new Listener<>() {};
    }
}
