package io.traceops.adapter.rest.issue;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.adapter.rest.json.EpochMillis;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventType;

/** A change that caused an issue or resolved it. */
@Schema(name = "Trigger", description = "A change that caused an issue or resolved it.")
public record TriggerAnswer(
        String eventId,

        @Schema(allowableValues = {"DEPLOY", "CONFIG_CHANGE"})
        EventType type,

        @Schema(description = "At most 200 characters of it.")
        String message,

        EpochMillis timestamp) {
    public static TriggerAnswer of(TriggerRef trigger) {
        return new TriggerAnswer(
                trigger.moment().id().value(),
                trigger.type(),
                trigger.message(),
                new EpochMillis(trigger.timestampMicros()));
    }
}
