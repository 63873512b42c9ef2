package io.traceops.adapter.rest.operation;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;

/** Hands out what the server measures, in the text format of Prometheus. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "operation")
final class MetricsController {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Hands out what the server measures, in the text format of Prometheus. */
    @Get("/metrics")
    @ApiResponse(
            responseCode = "200",
            description = "The measures.",
            content = @Content(schema = @Schema(type = "string")))
    @Produces(TEXT_FORMAT)
    byte[] getMetrics() {
        return registry.scrape(TEXT_FORMAT).getBytes(StandardCharsets.UTF_8);
    }
}
