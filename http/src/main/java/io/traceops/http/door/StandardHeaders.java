package io.traceops.http.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** The headers that every answer carries. */
final class StandardHeaders {
    private StandardHeaders() {}

    static void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(RequestIds.HEADER, RequestIds.of(request));
        response.getHeaders().set(HttpHeaders.DATE, HttpDate.now());
        // Answers quote what clients sent; no browser may take them for a page, keep them, or put them into a frame.
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        response.getHeaders().set("Cache-Control", "no-store");
        response.getHeaders().set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
