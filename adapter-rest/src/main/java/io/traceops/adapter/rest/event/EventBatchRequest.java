package io.traceops.adapter.rest.event;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A batch as clients send it, for the API's description. {@link EventBatchReader} reads it. */
@Schema(name = "EventBatchRequest", description = "Events of which all are stored or none.")
record EventBatchRequest(
        @ArraySchema(minItems = 1, maxItems = 10_000) List<EventRequest> events) {}
