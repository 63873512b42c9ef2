package io.traceops.adapter.rest.event;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.RestBodies;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.api.MayNotExist;
import io.traceops.adapter.rest.api.Stores;
import io.traceops.adapter.rest.api.TakesBody;
import io.traceops.adapter.rest.api.TakesBoundedBody;
import io.traceops.adapter.rest.event.EventBatchReader.Batch;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.adapter.rest.problem.Rejections;
import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.DeleteOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.http.body.BodyReader;
import io.traceops.http.json.JsonInput;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.List;

/** Takes events in and out of the set. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "events")
@MayBeRefused
final class CaptureController {
    private final CaptureEvents capture;
    private final BodyReader bodies;

    CaptureController(CaptureEvents capture, BodyReader bodies) {
        this.capture = capture;
        this.bodies = bodies;
    }

    /** Stores an event. */
    @Post("/events")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The stored event.",
            content = @Content(schema = @Schema(implementation = EventAnswer.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The event, which was stored before; nothing changed.",
            content = @Content(schema = @Schema(implementation = EventAnswer.class)))
    @TakesBody
    @TakesBoundedBody
    @Stores
    MutableHttpResponse<byte[]> createEvent(HttpRequest<?> request) {
        return bodies.read(
                request,
                RestBodies.JSON,
                bytes -> JsonInput.read(bytes, EventDraftReader::read).either(this::capture, Problems::malformedBody));
    }

    /** Stores a batch, all of it or nothing. */
    @Post("/events/batch")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventBatchRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The stored events.",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @TakesBody
    @TakesBoundedBody
    @Stores
    MutableHttpResponse<byte[]> createEvents(HttpRequest<?> request) {
        return bodies.read(
                request,
                RestBodies.JSON,
                bytes -> JsonInput.read(bytes, EventBatchReader::read)
                        .either(this::captureBatch, Problems::malformedBody));
    }

    /** Takes an event out, as if it had never arrived. */
    @Delete("/events/{id}")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    @ApiResponse(
            responseCode = "409",
            description = "It is a deploy that was detected, not sent.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @MayNotExist
    MutableHttpResponse<?> deleteEvent(String id) {
        DeleteOutcome outcome =
                EventId.problemOf(id).isEmpty() ? capture.delete(new EventId(id)) : DeleteOutcome.NOT_FOUND;
        return switch (outcome) {
            case DELETED -> HttpResponse.noContent();
            case NOT_FOUND ->
                Problems.notFound("event " + id, "It never arrived, was deleted, or was dropped for room.");
            case DETECTED ->
                Problems.answer(
                        HttpStatus.CONFLICT,
                        Problem.of(
                                "detected deploy",
                                "Nobody sent it: it goes with the events that name its release, or once deploys are"
                                        + " announced."));
        };
    }

    private MutableHttpResponse<byte[]> capture(EventDraft draft) {
        return switch (capture.capture(draft)) {
            case CaptureOutcome.Accepted accepted -> stored(HttpStatus.CREATED, accepted.event());
            case CaptureOutcome.Duplicate duplicate -> stored(HttpStatus.OK, duplicate.event());
            case CaptureOutcome.Rejected rejected -> Rejections.answer(rejected.rejection());
        };
    }

    private MutableHttpResponse<byte[]> captureBatch(Batch batch) {
        return switch (batch) {
            case Batch.Drafts drafts -> captureBatch(drafts.events());
            case Batch.WithoutEvents without -> Problems.invalid("invalid batch", List.of(without.violation()));
        };
    }

    private MutableHttpResponse<byte[]> captureBatch(List<EventDraft> drafts) {
        return switch (capture.captureBatch(drafts)) {
            case BatchOutcome.Accepted accepted -> Answers.of(HttpStatus.CREATED, BatchAnswer.of(accepted));
            case BatchOutcome.Rejected rejected -> Rejections.answer(rejected);
            case BatchOutcome.InvalidSize invalid -> Problems.invalid("invalid batch", List.of(invalid.violation()));
        };
    }

    private static MutableHttpResponse<byte[]> stored(HttpStatus status, StoredEvent event) {
        // An id has only characters that a path can have as they are.
        return Answers.of(status, EventAnswer.of(event))
                .header(HttpHeaders.LOCATION, "/events/" + event.event().id());
    }
}
