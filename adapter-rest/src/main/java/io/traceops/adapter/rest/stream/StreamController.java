package io.traceops.adapter.rest.stream;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.body.ByteBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.RestBodies;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.api.TakesBody;
import io.traceops.adapter.rest.event.EventRequest;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.http.body.ArrivingBody;
import io.traceops.http.body.ArrivingBody.Piece;
import io.traceops.http.body.BodyHeaders;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.time.Duration;

/**
 * Takes streams of events. A virtual thread reads what has arrived and stores it before it asks for more, so the client
 * is slowed down to the pace of the store, and nothing is kept waiting while the client pauses.
 */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "events")
@MayBeRefused
final class StreamController {
    /** How long a pause of the client keeps the server from noticing that it is to stop. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final CaptureEvents capture;
    private final Admission admission;

    StreamController(CaptureEvents capture, Admission admission) {
        this.capture = capture;
        this.admission = admission;
    }

    /** Stores a stream of events, one a line, as they arrive. */
    @Post("/events/stream")
    @Consumes(RestBodies.NDJSON_TYPE)
    @RequestBody(
            required = true,
            description = "An event a line, of at most 1 MiB; any number of lines.",
            content =
                    @Content(mediaType = RestBodies.NDJSON_TYPE, schema = @Schema(implementation = EventRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the lines.",
            content = @Content(schema = @Schema(implementation = StreamAnswer.class)))
    @TakesBody
    MutableHttpResponse<byte[]> streamEvents(HttpRequest<?> request) {
        return BodyHeaders.refusal(request, RestBodies.NDJSON)
                .map(refusal -> BodyHeaders.beforeEnd(request, refusal))
                .orElseGet(() -> stream(((ServerHttpRequest<?>) request).byteBody()));
    }

    private MutableHttpResponse<byte[]> stream(ByteBody body) {
        StreamCapture events = new StreamCapture(capture);
        LineSplitter lines = new LineSplitter(StreamCapture.LINE_BYTES_MAX, events);
        try (ArrivingBody arriving = new ArrivingBody(body)) {
            while (!admission.isStopping()) {
                switch (arriving.next(PATIENCE)) {
                    case Piece.Bytes(byte[] bytes) -> {
                        lines.feed(bytes, 0, bytes.length);
                        // The client may pause now; what came is not kept waiting for what may come.
                        events.flush();
                        stepBack();
                    }
                    case Piece.Nothing _ -> {}
                    case Piece.Broken _ -> {
                        return BodyHeaders.closing(Problems.malformedBody(
                                "is broken off or not framed as HTTP has it; the lines before that are stored"));
                    }
                    case Piece.End _ -> {
                        lines.end();
                        events.flush();
                        return Answers.ok(events.answer());
                    }
                }
            }
            return BodyHeaders.beforeEnd(arriving, stopped(events.answer()));
        }
    }

    /**
     * Lets others have their turn. Virtual threads are not preempted, and a fast client never makes this one wait: a few
     * streams would keep all other requests from running.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing but latency depends on it.
    private static void stepBack() {
        Thread.yield();
    }

    private static MutableHttpResponse<byte[]> stopped(StreamAnswer soFar) {
        long lines = soFar.accepted() + soFar.duplicates() + soFar.rejectedCount();
        Problem problem = Problem.of(
                "stopping", "The first " + lines + " events are dealt with. Send the rest once the server is back.");
        return Problems.answer(HttpStatus.SERVICE_UNAVAILABLE, problem);
    }
}
