package io.traceops.adapter.rest.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.traceops.http.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what takes a body of at most 16 MiB. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@ApiResponse(
        responseCode = "408",
        description = "The body did not arrive within 30 s.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "The body is too large.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
public @interface TakesBoundedBody {}
