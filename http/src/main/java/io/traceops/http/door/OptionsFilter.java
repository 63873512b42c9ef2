package io.traceops.http.door;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Answers OPTIONS with the methods of a path. There is no CORS, so a browser asks in vain. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(FilterOrder.OPTIONS)
final class OptionsFilter {
    @ResponseFilter
    MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getMethod() != HttpMethod.OPTIONS || response.status() != HttpStatus.METHOD_NOT_ALLOWED) {
            return response;
        }
        String methods = String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW));
        return HttpResponse.noContent().header(HttpHeaders.ALLOW, methods + ", OPTIONS");
    }
}
