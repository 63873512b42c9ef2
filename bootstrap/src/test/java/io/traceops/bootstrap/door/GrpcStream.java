package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.traceops.v1.Event;
import io.traceops.v1.EventRejection;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One stream of events, sent in small chunks, and the sum of the answers. */
final class GrpcStream implements StreamObserver<StreamEventsResponse> {
    private static final int CHUNK_EVENTS = 64;

    private final ArrayNode rejected = JsonNodeFactory.instance.arrayNode();
    private final CompletableFuture<ObjectNode> sum = new CompletableFuture<>();
    private long accepted;
    private long duplicates;
    private long rejectedCount;

    /** Sends the events and waits until all are answered. There are few enough to need no flow control. */
    static ObjectNode send(ManagedChannel channel, List<Event> events) {
        GrpcStream answers = new GrpcStream();
        StreamObserver<StreamEventsRequest> chunks =
                EventServiceGrpc.newStub(channel).streamEvents(answers);
        long sent = 0;
        for (List<Event> chunk : Lists.partition(events, CHUNK_EVENTS)) {
            chunks.onNext(StreamEventsRequest.newBuilder()
                    .setSequence(sent)
                    .addAllEvents(chunk)
                    .build());
            sent += chunk.size();
        }
        chunks.onCompleted();
        return answers.sum.join();
    }

    @Override
    public void onNext(StreamEventsResponse answer) {
        accepted += answer.getAccepted();
        duplicates += answer.getDuplicates();
        rejectedCount += answer.getRejected();
        answer.getRejectionsList().forEach(rejection -> rejected.add(rejection(answer.getSequence(), rejection)));
    }

    @Override
    public void onError(Throwable failure) {
        sum.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("accepted", accepted)
                .put("duplicates", duplicates)
                .put("rejectedCount", rejectedCount);
        body.set("rejected", rejected);
        sum.complete(body);
    }

    private static ObjectNode rejection(long sequence, EventRejection rejection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("index", sequence + rejection.getIndex());
        rejection
                .getViolationsList()
                .forEach(violation -> node.withArrayProperty("violations")
                        .add(GrpcReplies.violation(violation.getField(), violation.getDescription())));
        if (rejection.hasHorizon()) {
            node.set("horizon", ProtoShapes.millis(rejection.getHorizon()));
        }
        return node;
    }
}
