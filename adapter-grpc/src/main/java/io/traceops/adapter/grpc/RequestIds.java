package io.traceops.adapter.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;

/**
 * Gives every call an id: the client's own {@code x-request-id} if it sent a usable one, else a new one. The answer
 * carries it in a header of the same name, or in the trailers if there are no headers.
 */
final class RequestIds implements ServerInterceptor {
    static final Metadata.Key<String> HEADER = Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<String> ID = Context.key("traceops-request-id");
    private static final String NONE = "none";
    private static final int LENGTH_MAX = 128;

    /** The id of the call that this thread works for. */
    static String current() {
        return Optional.ofNullable(ID.get()).orElse(NONE);
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String id = Optional.ofNullable(headers.get(HEADER))
                .filter(RequestIds::isUsable)
                .orElseGet(FailureLog::newId);
        ServerCall<Q, R> answering = new SimpleForwardingServerCall<>(call) {
            private boolean headersSent;

            @Override
            public void sendHeaders(Metadata responseHeaders) {
                headersSent = true;
                responseHeaders.put(HEADER, id);
                super.sendHeaders(responseHeaders);
            }

            @Override
            public void close(Status status, Metadata trailers) {
                if (!headersSent) {
                    trailers.put(HEADER, id);
                }
                super.close(status, trailers);
            }
        };
        return Contexts.interceptCall(Context.current().withValue(ID, id), answering, headers, next);
    }

    /** Short and visible: it goes into logs. */
    private static boolean isUsable(String id) {
        return !id.isEmpty() && id.length() <= LENGTH_MAX && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
