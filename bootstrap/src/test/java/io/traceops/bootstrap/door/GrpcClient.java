package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.BatchCreateEventsResponse;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.DeleteEventRequest;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.ExplainGroupingRequest;
import io.traceops.v1.GetEventRequest;
import io.traceops.v1.GetIssueRequest;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.ListServicesRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A client of the gRPC door. */
public final class GrpcClient implements Client {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ManagedChannel channel;
    private final EventServiceGrpc.EventServiceBlockingStub events;
    private final IssueServiceGrpc.IssueServiceBlockingStub issues;

    public GrpcClient(int port) {
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        events = EventServiceGrpc.newBlockingStub(channel);
        issues = IssueServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public Reply create(JsonNode event) {
        return ask(() -> {
            CreateEventResponse answer = events.createEvent(CreateEventRequest.newBuilder()
                    .setEvent(ProtoEvents.of(event))
                    .build());
            return new Reply(answer.getDuplicate() ? Verdict.DUPLICATE : Verdict.OK, ProtoShapes.of(answer.getEvent()));
        });
    }

    @Override
    public Reply createBatch(List<? extends JsonNode> batch) {
        return ask(() -> {
            BatchCreateEventsResponse answer = events.batchCreateEvents(BatchCreateEventsRequest.newBuilder()
                    .addAllEvents(ProtoEvents.of(batch))
                    .build());
            return new Reply(Verdict.OK, ProtoShapes.of(answer));
        });
    }

    @Override
    public Reply stream(List<? extends JsonNode> stream) {
        return ask(() -> new Reply(Verdict.OK, GrpcStream.send(channel, ProtoEvents.of(stream))));
    }

    @Override
    public Reply event(String id) {
        return ask(() -> ok(ProtoShapes.of(
                events.getEvent(GetEventRequest.newBuilder().setId(id).build()))));
    }

    @Override
    public Reply events(Map<String, String> parameters) {
        return ask(() -> ok(page(ProtoShapes.of(events.listEvents(GrpcQueries.events(parameters))))));
    }

    @Override
    public Reply delete(String id) {
        return ask(() -> ok(ProtoShapes.of(
                events.deleteEvent(DeleteEventRequest.newBuilder().setId(id).build()))));
    }

    @Override
    public Reply timeline(String service, Map<String, String> parameters) {
        return ask(() ->
                ok(timeline(page(ProtoShapes.of(events.getTimeline(GrpcQueries.timeline(service, parameters)))))));
    }

    @Override
    public Reply explain(String id, String comparedTo) {
        return ask(() -> ok(explanation(ProtoShapes.of(events.explainGrouping(ExplainGroupingRequest.newBuilder()
                .setId(id)
                .setComparedTo(comparedTo)
                .build())))));
    }

    @Override
    public Reply issues(Map<String, String> parameters) {
        return ask(() -> ok(brief(page(ProtoShapes.of(issues.listIssues(GrpcQueries.issues(parameters)))))));
    }

    @Override
    public Reply issue(String id) {
        return ask(() -> ok(ProtoShapes.of(
                issues.getIssue(GetIssueRequest.newBuilder().setId(id).build()))));
    }

    @Override
    public Reply issueEvents(String id, Map<String, String> parameters) {
        return ask(() -> ok(page(ProtoShapes.of(issues.listIssueEvents(GrpcQueries.issueEvents(id, parameters))))));
    }

    @Override
    public Reply needsAttention(Map<String, String> parameters) {
        return ask(() ->
                ok(brief(ProtoShapes.of(issues.listIssuesNeedingAttention(GrpcQueries.needsAttention(parameters))))));
    }

    @Override
    public Reply services() {
        return ask(() -> ok(ProtoShapes.of(issues.listServices(ListServicesRequest.getDefaultInstance()))));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static Reply ask(Supplier<Reply> question) {
        try {
            return question.get();
        } catch (StatusRuntimeException refusal) {
            return GrpcReplies.refusal(refusal);
        }
    }

    private static Reply ok(ObjectNode body) {
        return new Reply(Verdict.OK, body);
    }

    private static ObjectNode page(ObjectNode answer) {
        answer.set("nextCursor", answer.remove("nextPageToken"));
        return answer;
    }

    /** Lists of the REST API leave out what one asks of a single issue. */
    private static ObjectNode brief(ObjectNode answer) {
        answer.path("issues")
                .forEach(issue ->
                        ((ObjectNode) issue).remove(List.of("transitions", "severitySteps", "priorityComponents")));
        return answer;
    }

    /** An entry of the REST API is the event with two more members. */
    private static ObjectNode timeline(ObjectNode answer) {
        answer.remove("entries").forEach(entry -> {
            ObjectNode event = (ObjectNode) ((ObjectNode) entry).remove("event");
            event.setAll((ObjectNode) entry);
            answer.withArrayProperty("events").add(event);
        });
        long seconds = answer.remove("correlationWindow").path("seconds").asLong();
        return answer.set("correlationWindowMinutes", NODES.numberNode(seconds / 60.0));
    }

    /** The REST API has the first explanation at the top, and what compares the two beside the second. */
    private static ObjectNode explanation(ObjectNode answer) {
        ObjectNode body = (ObjectNode) answer.remove("explanation");
        if (answer.remove("comparedTo") instanceof ObjectNode comparison) {
            comparison.remove("algorithmVersion");
            comparison.setAll(answer);
            body.set("comparison", comparison);
        }
        return body;
    }
}
