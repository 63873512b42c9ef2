package io.traceops.adapter.rest.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.traceops.adapter.rest.json.QueryValues;
import io.traceops.adapter.rest.json.WireNames;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ViewTimeline;
import io.traceops.domain.event.EventType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Shows events: one, the newest, a service's timeline, and why an error is in its issue. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
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

    @Get("/events")
    MutableHttpResponse<byte[]> list(
            @QueryValue Optional<String> serviceName,
            @QueryValue Optional<String> eventType,
            @QueryValue Optional<String> startTime,
            @QueryValue Optional<String> endTime,
            @QueryValue Optional<String> limit,
            @QueryValue Optional<String> cursor) {
        EventQuery query = query(serviceName, eventType, startTime, endTime, limit, cursor);
        return Answers.of(events.list(query), EventPageAnswer::of);
    }

    @Get("/events/{id}")
    MutableHttpResponse<byte[]> event(String id) {
        return Answers.of(events.event(id), EventAnswer::of);
    }

    @Get("/events/{id}/grouping")
    MutableHttpResponse<byte[]> grouping(String id, @QueryValue Optional<String> comparedTo) {
        return Answers.of(groupings.explain(id, comparedTo), GroupingBody::of);
    }

    @Get("/events/timeline/{serviceName}")
    MutableHttpResponse<byte[]> timeline(
            HttpRequest<?> request,
            String serviceName,
            @QueryValue Optional<String> startTime,
            @QueryValue Optional<String> endTime,
            @QueryValue Optional<String> limit,
            @QueryValue Optional<String> cursor) {
        EventQuery query = query(Optional.of(serviceName), Optional.empty(), startTime, endTime, limit, cursor);
        return Answers.of(timelines.view(query), TimelineAnswer::of);
    }

    private static EventQuery query(
            Optional<String> serviceName,
            Optional<String> eventType,
            Optional<String> startTime,
            Optional<String> endTime,
            Optional<String> limit,
            Optional<String> cursor) {
        QueryValues values = new QueryValues();
        Optional<EventType> type = values.constant("eventType", eventType, TYPES);
        OptionalLong start = values.time("startTime", startTime);
        OptionalLong end = values.time("endTime", endTime);
        OptionalInt most = values.number("limit", limit);
        return new EventQuery(serviceName, type, start, end, most, cursor, values.malformed());
    }
}
