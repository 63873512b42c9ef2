package io.traceops.bootstrap.load;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.EventType;
import io.traceops.v1.GetEventRequest;
import io.traceops.v1.GetTimelineRequest;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.ListIssuesNeedingAttentionRequest;
import io.traceops.v1.ListIssuesRequest;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks and tells a server over gRPC what its clients will. */
public final class GrpcRehearsal implements AutoCloseable {
    private static final String SERVICE = "rehearsal";
    private static final String ID = "rehearsed-over-grpc";
    private static final Bytes BYTES = new Bytes();

    private final ManagedChannel channel;

    /** A client of the server that listens there. */
    public GrpcRehearsal(String host, int port) {
        channel = ManagedChannelBuilder.forAddress(host, port).usePlaintext().build();
    }

    /** Events, one by one, as a batch and as a stream, and then the questions that are asked most. */
    public void rehearseApi() throws StatusException, InterruptedException {
        EventServiceGrpc.EventServiceBlockingV2Stub events = EventServiceGrpc.newBlockingV2Stub(channel);
        events.createEvent(CreateEventRequest.newBuilder().setEvent(event(ID)).build());
        events.batchCreateEvents(BatchCreateEventsRequest.newBuilder()
                .addEvents(event(ID + "-in-batch"))
                .build());
        BlockingClientCall<StreamEventsRequest, StreamEventsResponse> stream = events.streamEvents();
        stream.write(StreamEventsRequest.newBuilder()
                .setSequence(1)
                .addEvents(event(ID + "-in-stream"))
                .build());
        stream.halfClose();
        while (Optional.ofNullable(stream.read()).isPresent()) {
            // Each chunk has its answer.
        }
        events.getEvent(GetEventRequest.newBuilder().setId(ID).build());
        events.getTimeline(
                GetTimelineRequest.newBuilder().setServiceName(SERVICE).build());
        IssueServiceGrpc.IssueServiceBlockingV2Stub issues = IssueServiceGrpc.newBlockingV2Stub(channel);
        issues.listIssues(ListIssuesRequest.getDefaultInstance());
        issues.listIssuesNeedingAttention(ListIssuesNeedingAttentionRequest.getDefaultInstance());
    }

    /** A span and a log record of OpenTelemetry. */
    public void rehearseOtlp() {
        export("opentelemetry.proto.collector.trace.v1.TraceService", OtlpMessages.TRACES);
        export("opentelemetry.proto.collector.logs.v1.LogsService", OtlpMessages.LOGS);
    }

    private void export(String service, byte[] message) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(BYTES, BYTES)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, "Export"))
                .build();
        ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, message);
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

    private static Event event(String id) {
        return Event.newBuilder()
                .setId(id)
                .setEventType(EventType.EVENT_TYPE_ERROR)
                .setServiceName(SERVICE)
                .setMessage("order 4711 not stored")
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
