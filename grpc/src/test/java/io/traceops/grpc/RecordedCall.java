package io.traceops.grpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A call of gRPC that keeps how it was closed. */
final class RecordedCall extends ServerCall<String, String> {
    private static final Marshaller<String> TEXTS = new Marshaller<>() {
        @Override
        public InputStream stream(String text) {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String parse(InputStream stream) {
            return "";
        }
    };

    final List<Status.Code> closed = new ArrayList<>();
    private final MethodType type;

    RecordedCall(MethodType type) {
        this.type = type;
    }

    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(String message) {}

    @Override
    public void close(Status status, Metadata trailers) {
        closed.add(status.getCode());
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public MethodDescriptor<String, String> getMethodDescriptor() {
        return MethodDescriptor.newBuilder(TEXTS, TEXTS)
                .setType(type)
                .setFullMethodName("shop.Orders/Order")
                .build();
    }
}
