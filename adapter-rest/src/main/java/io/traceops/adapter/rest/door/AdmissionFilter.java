package io.traceops.adapter.rest.door;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.traceops.adapter.rest.problem.Problems;
import io.traceops.application.capture.Admission;
import java.util.Optional;

/**
 * Lets requests in, or turns them away before any of their body is read. Whoever asks how the server is doing is always
 * let in. A request is inside until its answer is written or its connection is gone.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ADMISSION)
final class AdmissionFilter implements ApplicationEventListener<HttpRequestTerminatedEvent> {
    private static final String PERMIT = "traceops.permit";
    private static final String STREAM_PATH = "/events/stream";

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    Optional<MutableHttpResponse<byte[]>> admit(HttpRequest<?> request) {
        if (isExempt(request.getPath())) {
            return Optional.empty();
        }
        return switch (isStream(request) ? admission.enterStream() : admission.enter()) {
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

    private static boolean isStream(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST && request.getPath().startsWith(STREAM_PATH);
    }

    private static boolean isExempt(String path) {
        return path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.equals("/openapi.yml");
    }
}
