package io.traceops.adapter.sentry.door;

import io.micronaut.http.HttpRequest;
import io.traceops.http.door.PercentEncoding;
import java.util.Arrays;
import java.util.List;

/**
 * Where a request goes, below {@code /api/}.
 *
 * @param segments the parts of the path, decoded; a slash at its end makes no difference
 */
record Address(List<String> segments) {
    private static final String PREFIX = "/api/";

    Address {
        segments = List.copyOf(segments);
    }

    /** Of a request whose path was found to be encoded properly. */
    static Address of(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        String below = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        return new Address(Arrays.stream(below.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> PercentEncoding.decode(segment).orElse(segment))
                .toList());
    }

    /** Whether a request goes here. */
    static boolean covers(HttpRequest<?> request) {
        try {
            return request.getPath().startsWith(PREFIX);
        } catch (IllegalArgumentException e) {
            // No address at all, so none of ours.
            return false;
        }
    }
}
