package io.traceops.adapter.rest.service;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.query.ListServices;

/** Shows services. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ServiceController {
    private final ListServices services;

    ServiceController(ListServices services) {
        this.services = services;
    }

    @Get("/services")
    MutableHttpResponse<byte[]> list() {
        return Answers.ok(ServicesAnswer.of(services.services()));
    }
}
