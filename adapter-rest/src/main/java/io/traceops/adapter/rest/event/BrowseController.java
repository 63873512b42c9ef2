package io.traceops.adapter.rest.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.api.MayNotExist;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ViewTimeline;
import io.traceops.domain.event.EventType;
import io.traceops.http.door.PercentEncoding;
import io.traceops.http.json.QueryValues;
import io.traceops.http.json.WireNames;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Shows events: one, the newest, a service's timeline, and why an error is in its issue. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "events")
@MayBeRefused
final class BrowseController {
    private static final WireNames<EventType> TYPES = WireNames.upper(EventType.values());

    private final BrowseEvents events;
    private final ViewTimeline timelines;
    private final ExplainGrouping groupings;

    BrowseController(BrowseEvents events, ViewTimeline timelines, ExplainGrouping groupings) {
        this.events = events;
        this.timelines = timelines;
        this.groupings = groupings;
    }

    /** Lists events of one service or of all, newest first. */
    @Get("/events")
    @ApiResponse(
            responseCode = "200",
            description = "Some events.",
            content = @Content(schema = @Schema(implementation = EventPageAnswer.class)))
    MutableHttpResponse<byte[]> listEvents(
            @QueryValue @Parameter(required = false) Optional<String> serviceName,
            @QueryValue
                    @Parameter(
                            required = false,
                            description = "In any case.",
                            schema = @Schema(implementation = EventType.class))
                    Optional<String> eventType,
            @RequestBean EventParameters parameters) {
        return Answers.of(events.list(query(serviceName, eventType, parameters)), EventPageAnswer::of);
    }

    /** Shows one event. */
    @Get("/events/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The event.",
            content = @Content(schema = @Schema(implementation = EventAnswer.class)))
    @MayNotExist
    MutableHttpResponse<byte[]> getEvent(String id) {
        return Answers.of(events.event(id), EventAnswer::of);
    }

    /** Says why an error is in its issue, and why it is in one with another error or is not. */
    @Get("/events/{id}/grouping")
    @ApiResponse(
            responseCode = "200",
            description = "The parts of its grouping, raw and normalised, with every step.",
            content = @Content(schema = @Schema(implementation = GroupingBody.class)))
    @MayNotExist
    MutableHttpResponse<byte[]> explainGrouping(
            String id,
            @QueryValue @Parameter(required = false, description = "The id of an error to compare with.")
                    Optional<String> comparedTo) {
        return Answers.of(groupings.explain(id, comparedTo), GroupingBody::of);
    }

    /** Shows what happened in a service, oldest first, and which change likely caused which error. */
    @Get("/events/timeline/{serviceName:[^/]+}")
    @ApiResponse(
            responseCode = "200",
            description = "Some of what happened. A service that is not known has an empty timeline.",
            content = @Content(schema = @Schema(implementation = TimelineAnswer.class)))
    MutableHttpResponse<byte[]> getTimeline(
            HttpRequest<?> request, String serviceName, @RequestBean EventParameters parameters) {
        return timeline(request, parameters);
    }

    /** The timeline of a service named grouping: the path is also that of the grouping of an event named timeline. */
    @Get("/events/timeline/grouping")
    @Hidden
    MutableHttpResponse<byte[]> getTimelineOfGrouping(HttpRequest<?> request, @RequestBean EventParameters parameters) {
        return timeline(request, parameters);
    }

    private MutableHttpResponse<byte[]> timeline(HttpRequest<?> request, EventParameters parameters) {
        // Decoded here, since the router takes a plus sign in a path for a blank.
        String path = request.getPath().endsWith("/")
                ? request.getPath().substring(0, request.getPath().length() - 1)
                : request.getPath();
        Optional<String> serviceName = PercentEncoding.decode(path.substring(path.lastIndexOf('/') + 1));
        return Answers.of(timelines.view(query(serviceName, Optional.empty(), parameters)), TimelineAnswer::of);
    }

    private static EventQuery query(
            Optional<String> serviceName, Optional<String> eventType, EventParameters parameters) {
        QueryValues values = new QueryValues();
        Optional<EventType> type = values.constant("eventType", eventType, TYPES);
        OptionalLong start = values.time("startTime", parameters.startTime());
        OptionalLong end = values.time("endTime", parameters.endTime());
        OptionalInt limit = values.number("limit", parameters.limit());
        return new EventQuery(serviceName, type, start, end, limit, parameters.cursor(), values.malformed());
    }
}
