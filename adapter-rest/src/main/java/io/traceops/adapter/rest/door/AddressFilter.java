package io.traceops.adapter.rest.door;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.traceops.adapter.rest.problem.Problems;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns away addresses whose percent-encoding does not spell UTF-8, before anyone decodes them some other way. */
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
        return fits ? Optional.empty() : Optional.of(Problems.malformedAddress());
    }

    private static boolean isEncoded(@Nullable String part) {
        return part == null || PercentEncoding.decode(part).isPresent();
    }
}
