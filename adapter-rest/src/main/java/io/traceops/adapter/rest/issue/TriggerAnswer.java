package io.traceops.adapter.rest.issue;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.http.json.EpochMillis;
import io.traceops.domain.correlation.TriggerRef;
import java.util.Optional;

/** A change that caused an issue or resolved it. */
@Schema(description = "A change that caused an issue or resolved it.")
public record TriggerAnswer(
        String eventId,

        @Schema(
                type = "string",
                allowableValues = {"DEPLOY", "CONFIG_CHANGE"})
        String type,

        @Schema(description = "At most 200 characters of it.")
        String message,

        EpochMillis timestamp,

        @Schema(requiredMode = NOT_REQUIRED, description = "The version that it names in its metadata.")
        Optional<String> release) {
    public static TriggerAnswer of(TriggerRef trigger) {
        return new TriggerAnswer(
                trigger.moment().id().value(),
                trigger.type().name(),
                trigger.message(),
                EpochMillis.ofMicros(trigger.timestampMicros()),
                trigger.release());
    }
}
