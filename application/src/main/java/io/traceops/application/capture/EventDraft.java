package io.traceops.application.capture;

import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event as a client sent it, mapped but not yet checked.
 *
 * @param timestampMicros microseconds since 1970-01-01T00:00:00Z; absent asks for the server's clock
 * @param malformed what could not even be mapped, such as a text where a number belongs; the field is then absent here
 */
public record EventDraft(
        Optional<String> id,
        Optional<EventType> type,
        Optional<String> serviceName,
        OptionalLong timestampMicros,
        Optional<String> message,
        Optional<JsonObject> metadata,
        List<Violation> malformed) {
    public EventDraft {
        malformed = List.copyOf(malformed);
    }
}
