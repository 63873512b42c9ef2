package io.traceops.http.door;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.traceops.application.capture.Admission;
import io.traceops.http.body.BodyHeaders;
import io.traceops.http.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Lets requests in, or turns them away before any of their body is read. Whoever asks how the server is doing is always
 * let in. A request is inside until its answer is written or its connection is gone.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ADMISSION)
final class AdmissionFilter implements ApplicationEventListener<HttpRequestTerminatedEvent> {
    private static final String PERMIT = "traceops.permit";

    private final Admission admission;
    private final List<LaneRule> rules;

    AdmissionFilter(Admission admission, List<LaneRule> rules) {
        this.admission = admission;
        this.rules = List.copyOf(rules);
    }

    @RequestFilter
    Optional<MutableHttpResponse<byte[]>> admit(HttpRequest<?> request) {
        return switch (laneOf(request)) {
            case EXEMPT -> Optional.empty();
            case REQUEST -> answer(request, admission.enter());
            case STREAM -> answer(request, admission.enterStream());
        };
    }

    private static Optional<MutableHttpResponse<byte[]>> answer(HttpRequest<?> request, Admission.Answer answer) {
        return switch (answer) {
            case Admission.Answer.Entered entered -> {
                request.setAttribute(PERMIT, entered.permit());
                yield Optional.empty();
            }
            case Admission.Answer.Overloaded overloaded ->
                Optional.of(BodyHeaders.beforeEnd(request, Problems.overloaded(overloaded.retryAfter())));
            case Admission.Answer.Stopping _ -> Optional.of(BodyHeaders.beforeEnd(request, Problems.stopping()));
        };
    }

    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent event) {
        event.getSource().getAttribute(PERMIT, Admission.Permit.class).ifPresent(Admission.Permit::close);
    }

    private Lane laneOf(HttpRequest<?> request) {
        return rules.stream()
                .flatMap(rule -> rule.laneOf(request).stream())
                .findFirst()
                .orElse(Lane.REQUEST);
    }
}
