package io.traceops.adapter.rest.event;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Which part of a list of events is asked for, as the query says it. */
@Introspected
record EventParameters(
        @QueryValue
        @Parameter(
                required = false,
                description = "The earliest time, inclusive: milliseconds since 1970 or RFC 3339.",
                example = "2026-01-01T00:00:00Z")
        Optional<String> startTime,

        @QueryValue @Parameter(required = false, description = "The latest time, inclusive.")
        Optional<String> endTime,

        @QueryValue
        @Parameter(
                required = false,
                description = "The most events.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
        Optional<String> limit,

        @QueryValue @Parameter(required = false, description = "The `nextCursor` of the page before.")
        Optional<String> cursor) {}
