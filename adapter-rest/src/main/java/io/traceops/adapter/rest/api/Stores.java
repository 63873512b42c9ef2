package io.traceops.adapter.rest.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.traceops.http.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what stores events, which may not find their place. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@ApiResponse(
        responseCode = "409",
        description = "An event with this id exists with other content.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description = "An event is older than the `horizon` of its service.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
public @interface Stores {}
