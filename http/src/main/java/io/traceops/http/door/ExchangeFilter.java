package io.traceops.http.door;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.traceops.http.problem.ProblemFormats;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names each exchange, measures it, and says so in the log if asked to. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(FilterOrder.EXCHANGE)
final class ExchangeFilter {
    private static final Logger ACCESS = LoggerFactory.getLogger("io.traceops.access");
    private static final String STARTED_NANOS = "traceops.startedNanos";
    /** Requests for which there is no route share one label, so that nobody can fill the metrics with paths. */
    private static final String NO_ROUTE = "none";

    private final RequestMetrics metrics;
    private final ProblemFormats formats;

    ExchangeFilter(RequestMetrics metrics, ProblemFormats formats) {
        this.metrics = metrics;
        this.formats = formats;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(STARTED_NANOS, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        formats.apply(request, response);
        StandardHeaders.addTo(request, response);
        // The body of an answer to HEAD is not sent; without its length the connection would be closed.
        RouteAttributes.getHeadBody(response)
                .filter(body -> body instanceof byte[])
                .ifPresent(body -> response.contentLength(((byte[]) body).length));
        long nanos = request.getAttribute(STARTED_NANOS, Long.class)
                .map(started -> System.nanoTime() - started)
                .orElse(0L);
        String route = BasicHttpAttributes.getUriTemplate(request).orElse(NO_ROUTE);
        metrics.record(request.getMethod(), route, response.code(), nanos);
        if (ACCESS.isDebugEnabled()) {
            ACCESS.debug(
                    "{} {} {} {} µs {}",
                    request.getMethodName(),
                    request.getPath(),
                    response.code(),
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    response.getHeaders().get(RequestIds.HEADER));
        }
    }
}
