package io.traceops.adapter.grpc;

import com.google.protobuf.Empty;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.DeleteOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.BatchCreateEventsResponse;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.DeleteEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.EventServiceGrpc.EventServiceImplBase;
import io.traceops.v1.ExplainGroupingRequest;
import io.traceops.v1.ExplainGroupingResponse;
import io.traceops.v1.GetEventRequest;
import io.traceops.v1.GetTimelineRequest;
import io.traceops.v1.GetTimelineResponse;
import io.traceops.v1.ListEventsRequest;
import io.traceops.v1.ListEventsResponse;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.util.List;

/** Events in and out: maps, calls one use case, maps back. Thread-safe. */
final class EventEndpoint extends EventServiceImplBase {
    private final GrpcUseCases useCases;
    private final GrpcSettings settings;
    private final OpenStreams openStreams;

    EventEndpoint(GrpcUseCases useCases, GrpcSettings settings, OpenStreams openStreams) {
        this.useCases = useCases;
        this.settings = settings;
        this.openStreams = openStreams;
    }

    @Override
    public void createEvent(CreateEventRequest request, StreamObserver<CreateEventResponse> client) {
        EventDraft draft = EventMessages.draft(request.getEvent());
        if (Answers.endIfCancelled(client)) {
            return;
        }
        switch (useCases.captureEvents().capture(draft)) {
            case CaptureOutcome.Accepted accepted -> Answers.send(client, created(accepted.event(), false));
            case CaptureOutcome.Duplicate duplicate -> Answers.send(client, created(duplicate.event(), true));
            case CaptureOutcome.Rejected rejected -> client.onError(Rejections.exception(rejected.rejection()));
        }
    }

    @Override
    public void batchCreateEvents(BatchCreateEventsRequest request, StreamObserver<BatchCreateEventsResponse> client) {
        List<EventDraft> drafts = EventMessages.drafts(request.getEventsList());
        if (Answers.endIfCancelled(client)) {
            return;
        }
        switch (useCases.captureEvents().captureBatch(drafts)) {
            case BatchOutcome.Accepted accepted ->
                Answers.send(
                        client,
                        BatchCreateEventsResponse.newBuilder()
                                .addAllEvents(EventMessages.write(accepted.events()))
                                .setDuplicates(accepted.duplicates())
                                .build());
            case BatchOutcome.Rejected rejected -> client.onError(Rejections.exception(rejected));
            case BatchOutcome.InvalidSize size ->
                client.onError(Problems.invalid(Problems.fields("", List.of(size.violation()))));
        }
    }

    @Override
    public StreamObserver<StreamEventsRequest> streamEvents(StreamObserver<StreamEventsResponse> client) {
        return EventStream.open(
                useCases.captureEvents(), settings, openStreams, (ServerCallStreamObserver<StreamEventsResponse>)
                        client);
    }

    @Override
    public void getEvent(GetEventRequest request, StreamObserver<Event> client) {
        Answers.send(client, useCases.browseEvents().event(request.getId()), EventMessages::write);
    }

    @Override
    public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> client) {
        Answers.send(
                client,
                useCases.browseEvents().list(QueryMessages.read(request)),
                page -> ListEventsResponse.newBuilder()
                        .addAllEvents(EventMessages.write(page.items()))
                        .setNextPageToken(page.nextCursor().orElse(""))
                        .build());
    }

    @Override
    public void deleteEvent(DeleteEventRequest request, StreamObserver<Empty> client) {
        if (Answers.endIfCancelled(client)) {
            return;
        }
        DeleteOutcome outcome = EventId.problemOf(request.getId()).isEmpty()
                ? useCases.captureEvents().delete(new EventId(request.getId()))
                : DeleteOutcome.NOT_FOUND;
        switch (outcome) {
            case DELETED -> Answers.send(client, Empty.getDefaultInstance());
            case NOT_FOUND ->
                client.onError(Problems.notFound(
                        "event " + request.getId(), "It never arrived, was deleted, or was dropped for room."));
            case DETECTED -> client.onError(Problems.detectedDeploy(request.getId()));
        }
    }

    @Override
    public void getTimeline(GetTimelineRequest request, StreamObserver<GetTimelineResponse> client) {
        Answers.send(client, useCases.viewTimeline().view(QueryMessages.read(request)), ServiceMessages::write);
    }

    @Override
    public void explainGrouping(ExplainGroupingRequest request, StreamObserver<ExplainGroupingResponse> client) {
        Answers.send(
                client,
                useCases.explainGrouping().explain(request.getId(), EventMessages.text(request.getComparedTo())),
                GroupingMessages::write);
    }

    private static CreateEventResponse created(StoredEvent event, boolean duplicate) {
        return CreateEventResponse.newBuilder()
                .setEvent(EventMessages.write(event))
                .setDuplicate(duplicate)
                .build();
    }
}
