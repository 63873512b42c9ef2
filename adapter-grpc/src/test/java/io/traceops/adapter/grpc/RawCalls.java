package io.traceops.adapter.grpc;

import com.google.protobuf.Message;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Calls whose requests are any bytes. */
final class RawCalls {
    private RawCalls() {}

    /** The same method, taking bytes for its requests. */
    static <R extends Message> MethodDescriptor<byte[], R> of(MethodDescriptor<?, R> method) {
        return method.toBuilder(new Bytes(), method.getResponseMarshaller()).build();
    }

    /** Starts the call, sends each message and closes the sending side. */
    static <R> StreamClient<byte[], R> send(ClientCall<byte[], R> call, byte[]... messages) {
        StreamClient<byte[], R> client = StreamClient.eager();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(R message) {
                        client.onNext(message);
                    }

                    @Override
                    public void onClose(io.grpc.Status status, io.grpc.Metadata trailers) {
                        if (status.isOk()) {
                            client.onCompleted();
                        } else {
                            client.onError(status.asRuntimeException(trailers));
                        }
                    }
                },
                new io.grpc.Metadata());
        call.request(1_000);
        for (byte[] message : messages) {
            call.sendMessage(message);
        }
        call.halfClose();
        return client;
    }

    private static final class Bytes implements Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
