package io.traceops.adapter.rest.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.traceops.http.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what may be refused: the request is wrong, or the server is overloaded, stopping, or broken. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@ApiResponse(
        responseCode = "400",
        description = "A malformed request, or values that are wrong, all of them.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "429",
        description = "The server is busy.",
        headers = @Header(name = "Retry-After", description = "Seconds to wait.", schema = @Schema(type = "integer")),
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "500",
        description = "The server failed; its log has the `errorId`.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The server is starting or stopping.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Problem.class)))
public @interface MayBeRefused {}
