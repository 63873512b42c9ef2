package io.traceops.http.door;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.traceops.application.capture.Violation;
import io.traceops.http.problem.Problems;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns away addresses that could be read in more than one way: those whose percent-encoding does not spell UTF-8, before
 * anyone decodes them some other way, and those that give a parameter twice.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ADDRESS)
final class AddressFilter {
    @RequestFilter
    Optional<MutableHttpResponse<byte[]>> check(HttpRequest<?> request) {
        URI address;
        try {
            address = request.getUri();
        } catch (IllegalArgumentException e) {
            return Optional.of(Problems.malformedAddress());
        }
        boolean fits = isEncoded(address.getRawPath()) && isEncoded(address.getRawQuery());
        return fits ? repeated(request) : Optional.of(Problems.malformedAddress());
    }

    private static Optional<MutableHttpResponse<byte[]>> repeated(HttpRequest<?> request) {
        if (request.getUri().getRawQuery() == null) {
            return Optional.empty();
        }
        List<Violation> violations = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> parameter.getValue().size() > 1)
                .map(parameter -> new Violation(parameter.getKey(), "is given more than once"))
                .toList();
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(Problems.invalid("invalid parameters", violations));
    }

    private static boolean isEncoded(@Nullable String part) {
        return part == null || PercentEncoding.decode(part).isPresent();
    }
}
