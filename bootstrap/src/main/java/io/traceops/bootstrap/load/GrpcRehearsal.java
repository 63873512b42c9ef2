package io.traceops.bootstrap.load;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
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
import java.util.List;
import java.util.Optional;

/** Asks and tells a server over gRPC what its clients will. */
public final class GrpcRehearsal implements AutoCloseable {
    private static final String SERVICE = "rehearsal";
    private static final String ID = "rehearsed-over-grpc";

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
    public void rehearseOtlp() throws StatusException {
        ExportTraceServiceRequest.Builder traces = ExportTraceServiceRequest.newBuilder();
        traces.addResourceSpansBuilder()
                .setResource(resource())
                .addScopeSpansBuilder()
                .addSpansBuilder()
                .setName("POST /orders")
                .addEventsBuilder()
                .setName("exception")
                .addAllAttributes(exception());
        TraceServiceGrpc.newBlockingV2Stub(channel).export(traces.build());
        ExportLogsServiceRequest.Builder logs = ExportLogsServiceRequest.newBuilder();
        logs.addResourceLogsBuilder()
                .setResource(resource())
                .addScopeLogsBuilder()
                .addLogRecordsBuilder()
                .addAllAttributes(exception());
        LogsServiceGrpc.newBlockingV2Stub(channel).export(logs.build());
    }

    private static Event event(String id) {
        return Event.newBuilder()
                .setId(id)
                .setEventType(EventType.EVENT_TYPE_ERROR)
                .setServiceName(SERVICE)
                .setMessage("order 4711 not stored")
                .build();
    }

    private static Resource resource() {
        return Resource.newBuilder()
                .addAttributes(attribute("service.name", SERVICE))
                .build();
    }

    private static List<KeyValue> exception() {
        return List.of(
                attribute("exception.type", "java.lang.IllegalStateException"),
                attribute("exception.message", "order 4711 not stored"));
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
