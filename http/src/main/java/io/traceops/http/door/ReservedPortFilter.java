package io.traceops.http.door;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.traceops.http.body.BodyHeaders;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.Optional;

/** Turns away requests that came to a port where their path is not served. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(beans = ReservedPort.class)
@Order(FilterOrder.PORT)
final class ReservedPortFilter {
    private final ReservedPort port;

    ReservedPortFilter(ReservedPort port) {
        this.port = port;
    }

    @RequestFilter
    Optional<MutableHttpResponse<byte[]>> check(HttpRequest<?> request) {
        boolean isServed = port.serves(request.getPath(), request.getServerAddress().getPort());
        return isServed
                ? Optional.empty()
                : Optional.of(BodyHeaders.beforeEnd(
                        request,
                        Problems.answer(
                                HttpStatus.NOT_FOUND,
                                Problem.of("no such path", "It is served at another port, or nowhere."))));
    }
}
