package io.traceops.adapter.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.grpc.ClosedOnce;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests that cannot be read with INVALID_ARGUMENT. Left to itself, gRPC takes a message that does not parse, or
 * a single one that is missing or comes twice, for a failure of the server.
 */
final class CheckedMessages {
    private CheckedMessages() {}

    /** What came in for a message. */
    private sealed interface Received<Q> {
        record Parsed<Q>(Q message) implements Received<Q> {}

        record Garbled<Q>(StatusRuntimeException answer) implements Received<Q> {}
    }

    /** The same service, but for the requests that cannot be read. */
    static ServerServiceDefinition of(ServerServiceDefinition service) {
        List<ServerMethodDefinition<?, ?>> methods = new ArrayList<>();
        for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
            methods.add(checked(method));
        }
        ServiceDescriptor.Builder descriptor = ServiceDescriptor.newBuilder(
                        service.getServiceDescriptor().getName())
                .setSchemaDescriptor(service.getServiceDescriptor().getSchemaDescriptor());
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        ServerServiceDefinition.Builder checked = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(checked::addMethod);
        return checked.build();
    }

    private static <Q, R> ServerMethodDefinition<Received<Q>, R> checked(ServerMethodDefinition<Q, R> method) {
        MethodDescriptor<Q, R> plain = method.getMethodDescriptor();
        MethodDescriptor<Received<Q>, R> descriptor = plain.toBuilder(
                        new CheckingMarshaller<>(plain.getRequestMarshaller()), plain.getResponseMarshaller())
                .build();
        return ServerMethodDefinition.create(descriptor, (call, headers) -> {
            // A call hands requests to its listener alone, and that one is ours: nobody meets the wrong type.
            @SuppressWarnings("unchecked")
            ServerCall<Q, R> plainCall = (ServerCall<Q, R>) (ServerCall<?, R>) call;
            return new CheckingListener<>(
                    plainCall,
                    method.getServerCallHandler().startCall(plainCall, headers),
                    plain.getType().clientSendsOneMessage());
        });
    }

    private record CheckingMarshaller<Q>(Marshaller<Q> plain) implements Marshaller<Received<Q>> {
        @Override
        public Received<Q> parse(InputStream stream) {
            try {
                return new Received.Parsed<>(plain.parse(stream));
            } catch (StatusRuntimeException failure) {
                return new Received.Garbled<>(
                        failure.getStatus().getCode() == Status.Code.INTERNAL ? unreadable(failure) : failure);
            } catch (RuntimeException failure) {
                return new Received.Garbled<>(unreadable(failure));
            }
        }

        @Override
        public InputStream stream(Received<Q> received) {
            return switch (received) {
                case Received.Parsed<Q> parsed -> plain.stream(parsed.message());
                case Received.Garbled<Q> garbled -> throw garbled.answer();
            };
        }

        private static StatusRuntimeException unreadable(RuntimeException failure) {
            String why = Optional.ofNullable(failure.getCause())
                    .flatMap(cause -> Optional.ofNullable(cause.getMessage()))
                    .orElse("it is malformed");
            return Problems.unreadable("the message cannot be read: " + why);
        }
    }

    private static final class CheckingListener<Q, R> extends Listener<Received<Q>> {
        private final ServerCall<Q, R> call;
        private final Listener<Q> handler;
        private final boolean wantsOneMessage;
        private int messages;
        private boolean refused;

        CheckingListener(ServerCall<Q, R> call, Listener<Q> handler, boolean wantsOneMessage) {
            this.call = call;
            this.handler = handler;
            this.wantsOneMessage = wantsOneMessage;
        }

        @Override
        public void onMessage(Received<Q> received) {
            messages++;
            if (refused) {
                return;
            }
            if (wantsOneMessage && messages > 1) {
                refuse(Problems.unreadable("this method takes one message, and more came"));
                return;
            }
            switch (received) {
                case Received.Parsed<Q> parsed -> handler.onMessage(parsed.message());
                case Received.Garbled<Q> garbled -> refuse(garbled.answer());
            }
        }

        @Override
        public void onHalfClose() {
            if (wantsOneMessage && messages == 0) {
                refuse(Problems.unreadable("this method takes one message, and none came"));
            }
            if (!refused) {
                handler.onHalfClose();
            }
        }

        @Override
        public void onReady() {
            if (!refused) {
                handler.onReady();
            }
        }

        @Override
        public void onCancel() {
            handler.onCancel();
        }

        @Override
        public void onComplete() {
            handler.onComplete();
        }

        private void refuse(StatusRuntimeException answer) {
            refused = true;
            ClosedOnce.close(call, answer);
        }
    }
}
