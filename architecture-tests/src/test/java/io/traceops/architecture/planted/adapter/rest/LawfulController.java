package io.traceops.architecture.planted.adapter.rest;

import io.micronaut.http.annotation.Controller;
import io.traceops.architecture.planted.application.LawfulUseCase;

@Controller("/lawful")
public final class LawfulController {
    private final LawfulUseCase useCase;

    public LawfulController(LawfulUseCase useCase) {
        this.useCase = useCase;
    }

    public String answer() {
        return useCase.answer().toString();
    }
}
