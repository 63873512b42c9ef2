package io.traceops.adapter.rest.issue;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.http.json.EpochMillis;
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
        Optional<String> release,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "True on a deploy that nobody announced: the service began to name its release.")
        Optional<Boolean> detected) {
    public static TriggerAnswer of(TriggerRef trigger) {
        return new TriggerAnswer(
                trigger.moment().id().value(),
                trigger.type().name(),
                trigger.message(),
                EpochMillis.ofMicros(trigger.timestampMicros()),
                trigger.release(),
                Optional.of(true).filter(_ -> trigger.isDetected()));
    }
}
