package io.traceops.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that is closed by whoever comes first, from any thread; gRPC takes it for a mistake to close a call twice. */
public class ClosedOnce<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final AtomicBoolean closed = new AtomicBoolean();

    protected ClosedOnce(ServerCall<Q, R> call) {
        super(call);
    }

    /** The call, or what makes it one that is closed once. */
    static <Q, R> ServerCall<Q, R> of(ServerCall<Q, R> call) {
        return call instanceof ClosedOnce<Q, R> ? call : new ClosedOnce<>(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (closed.compareAndSet(false, true)) {
            super.close(status, trailers);
        }
    }

    /** Closes a call with what it is answered other than success. */
    public static void close(ServerCall<?, ?> call, StatusRuntimeException answer) {
        call.close(answer.getStatus(), Optional.ofNullable(answer.getTrailers()).orElseGet(Metadata::new));
    }
}
