package io.traceops.adapter.rest.event;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.Page;
import java.util.List;
import java.util.Optional;

/** Some events of a list, and where it goes on. */
@Schema(name = "EventPage", description = "Some events, newest first.")
public record EventPageAnswer(
        List<EventAnswer> events,

        @Schema(description = "How many events this answer has.")
        int count,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "Ask again with it as `cursor` for the next page; absent on the last one.")
        Optional<String> nextCursor) {
    public static EventPageAnswer of(Page<StoredEvent> page) {
        List<EventAnswer> events = page.items().stream().map(EventAnswer::of).toList();
        return new EventPageAnswer(events, events.size(), page.nextCursor());
    }
}
