package io.traceops.adapter.rest.event;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.capture.BatchOutcome;
import java.util.List;

/** A batch that is stored. */
@Schema(name = "Batch", description = "A batch that is stored.")
record BatchAnswer(
        @Schema(description = "The stored events, in the order of the request.")
        List<EventAnswer> events,

        @Schema(description = "How many events this answer has.")
        int count,

        @Schema(description = "How many of them were stored before.")
        int duplicates) {
    static BatchAnswer of(BatchOutcome.Accepted accepted) {
        List<EventAnswer> events =
                accepted.events().stream().map(EventAnswer::of).toList();
        return new BatchAnswer(events, events.size(), accepted.duplicates());
    }
}
