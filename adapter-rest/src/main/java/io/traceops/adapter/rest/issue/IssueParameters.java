package io.traceops.adapter.rest.issue;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Which issues are asked for, as the query says it. */
@Introspected
record IssueParameters(
        @QueryValue @Parameter(required = false) Optional<String> serviceName,

        @QueryValue
        @Parameter(
                required = false,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"open", "resolved"}))
        Optional<String> status,

        @QueryValue
        @Parameter(
                required = false,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"low", "medium", "high", "critical"}))
        Optional<String> severity,

        @QueryValue
        @Parameter(
                required = false,
                description = "What the title, the route or the frame must contain, in any case.",
                schema = @Schema(type = "string", maxLength = 200))
        Optional<String> query,

        @QueryValue
        @Parameter(
                required = false,
                description = "Each order starts with the largest.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"priority", "lastSeen", "firstSeen", "count"},
                                defaultValue = "priority"))
        Optional<String> sort,

        @QueryValue
        @Parameter(
                required = false,
                description = "The most issues.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
        Optional<String> limit,

        @QueryValue @Parameter(required = false, description = "The `nextCursor` of the page before.")
        Optional<String> cursor) {}
