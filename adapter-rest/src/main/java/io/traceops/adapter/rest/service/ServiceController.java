package io.traceops.adapter.rest.service;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.query.ListServices;

/** Shows services. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "services")
@MayBeRefused
final class ServiceController {
    private final ListServices services;

    ServiceController(ListServices services) {
        this.services = services;
    }

    /** Lists the services, each at a glance. */
    @Get("/services")
    @ApiResponse(
            responseCode = "200",
            description = "The services, in the order of their names.",
            content = @Content(schema = @Schema(implementation = ServicesAnswer.class)))
    MutableHttpResponse<byte[]> listServices() {
        return Answers.ok(ServicesAnswer.of(services.services()));
    }
}
