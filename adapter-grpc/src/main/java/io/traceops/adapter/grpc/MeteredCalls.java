package io.traceops.adapter.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Tells the metrics of each call. */
final class MeteredCalls implements ServerInterceptor {
    private final GrpcMetrics metrics;

    MeteredCalls(GrpcMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Measure measure = new Measure(
                call.getMethodDescriptor().getFullMethodName(),
                call.getMethodDescriptor().getType() != MethodType.UNARY);
        ServerCall<Q, R> measured = new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                measure.answered = status.getCode();
                super.close(status, trailers);
            }
        };
        return new SimpleForwardingServerCallListener<>(next.startCall(measured, headers)) {
            @Override
            public void onComplete() {
                measure.end(measure.answered);
                super.onComplete();
            }

            @Override
            public void onCancel() {
                measure.end(whyCancelled());
                super.onCancel();
            }
        };
    }

    private static Status.Code whyCancelled() {
        Deadline deadline = Context.current().getDeadline();
        return deadline != null && deadline.isExpired() ? Status.Code.DEADLINE_EXCEEDED : Status.Code.CANCELLED;
    }

    private final class Measure {
        private final String method;
        private final boolean streaming;
        private final long startNanos = System.nanoTime();
        private volatile Status.Code answered = Status.Code.OK;

        Measure(String method, boolean streaming) {
            this.method = method;
            this.streaming = streaming;
            if (streaming) {
                metrics.streamOpened(method);
            }
        }

        /** A call ends once: gRPC reports either its completion or its cancellation. */
        void end(Status.Code code) {
            metrics.callEnded(method, code.name(), System.nanoTime() - startNanos);
            if (streaming) {
                metrics.streamClosed(method);
            }
        }
    }
}
