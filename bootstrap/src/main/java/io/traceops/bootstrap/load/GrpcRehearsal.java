package io.traceops.bootstrap.load;

import static io.traceops.bootstrap.load.Protobuf.field;
import static io.traceops.bootstrap.load.Protobuf.message;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks and tells a server over gRPC what its clients will. */
public final class GrpcRehearsal implements AutoCloseable {
    private static final String EVENTS = "traceops.v1.EventService";
    private static final String ISSUES = "traceops.v1.IssueService";
    private static final String SERVICE = "rehearsal";
    private static final String ID = "rehearsed-over-grpc";
    private static final int EVENT_TYPE_ERROR = 1;
    private static final Bytes BYTES = new Bytes();

    private final ManagedChannel channel;

    /** A client of the server that listens there. */
    public GrpcRehearsal(String host, int port) {
        channel = ManagedChannelBuilder.forAddress(host, port).usePlaintext().build();
    }

    /** Messages as they are on the wire. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
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

    /**
     * Events, one by one, as a batch and as a stream, and then the questions that are asked most.
     *
     * @throws StatusException if an answer is not the one to be expected
     */
    public void rehearseApi() throws StatusException, InterruptedException {
        call(EVENTS, "CreateEvent", field(1, event(ID)));
        call(EVENTS, "BatchCreateEvents", field(1, event(ID + "-in-batch")));
        stream(EVENTS, "StreamEvents", message(field(1, 1), field(2, event(ID + "-in-stream"))));
        call(EVENTS, "GetEvent", field(1, ID));
        call(EVENTS, "GetTimeline", field(1, SERVICE));
        call(ISSUES, "ListIssues", message());
        call(ISSUES, "ListIssuesNeedingAttention", message());
    }

    /**
     * A span and a log record of OpenTelemetry, each with an exception.
     *
     * @throws StatusException if an answer is not the one to be expected
     */
    public void rehearseOtlp() throws StatusException, InterruptedException {
        byte[] resource = field(1, attribute(1, "service.name", SERVICE));
        byte[] span = field(2, field(5, "POST /orders"), field(11, field(2, "exception"), exception(3)));
        call("opentelemetry.proto.collector.trace.v1.TraceService", "Export", field(1, resource, field(2, span)));
        byte[] record = field(2, exception(6));
        call("opentelemetry.proto.collector.logs.v1.LogsService", "Export", field(1, resource, field(2, record)));
    }

    private static byte[] event(String id) {
        return message(field(1, id), field(2, EVENT_TYPE_ERROR), field(3, SERVICE), field(5, "order 4711 not stored"));
    }

    private static byte[] exception(int number) {
        return message(
                attribute(number, "exception.type", "java.lang.IllegalStateException"),
                attribute(number, "exception.message", "order 4711 not stored"));
    }

    private static byte[] attribute(int number, String key, String value) {
        return field(number, field(1, key), field(2, field(1, value)));
    }

    private void call(String service, String method, byte[] request) throws StatusException, InterruptedException {
        ClientCalls.blockingV2UnaryCall(
                channel, describe(MethodType.UNARY, service, method), CallOptions.DEFAULT, request);
    }

    private void stream(String service, String method, byte[] request) throws StatusException, InterruptedException {
        BlockingClientCall<byte[], byte[]> call = ClientCalls.blockingBidiStreamingCall(
                channel, describe(MethodType.BIDI_STREAMING, service, method), CallOptions.DEFAULT);
        call.write(request);
        call.halfClose();
        while (Optional.ofNullable(call.read()).isPresent()) {
            // Until the server has answered everything.
        }
    }

    private static MethodDescriptor<byte[], byte[]> describe(MethodType type, String service, String method) {
        return MethodDescriptor.newBuilder(BYTES, BYTES)
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, method))
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
