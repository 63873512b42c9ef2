package io.traceops.adapter.rest.event;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Metadata;
import io.traceops.http.json.EpochMillis;
import java.util.Optional;

/** A stored event. */
@Schema(name = "Event", description = "A stored event.")
public record EventAnswer(
        String id,
        EventType eventType,
        String serviceName,
        @Schema(description = "When it happened.") EpochMillis timestamp,
        String message,

        @Schema(requiredMode = NOT_REQUIRED, type = "object", description = "As it came; absent if none did.")
        Optional<Object> metadata,

        @Schema(description = "When it was stored.") EpochMillis receivedAt,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "True on a deploy that nobody announced: the service began to name its release.")
        Optional<Boolean> detected) {
    public static EventAnswer of(StoredEvent stored) {
        Event event = stored.event();
        return new EventAnswer(
                event.id().value(),
                event.type(),
                event.service().value(),
                EpochMillis.ofMicros(event.timestampMicros()),
                event.message(),
                Optional.of(event.metadata())
                        .filter(metadata -> !metadata.isEmpty())
                        .map(Metadata::object),
                EpochMillis.ofMicros(stored.receivedAtMicros()),
                Optional.of(true).filter(_ -> event.id().isOfDetectedDeploy()));
    }
}
