package io.traceops.adapter.sentry.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;

/** The headers that SDKs read. */
final class SentryHeaders {
    static final String ERROR = "X-Sentry-Error";
    static final String RATE_LIMITS = "X-Sentry-Rate-Limits";

    private static final String EXPOSED = "x-sentry-error,x-sentry-rate-limits,retry-after";
    private static final String ALLOWED =
            "x-sentry-auth,content-type,content-encoding,authorization,origin,referer,accept,x-requested-with";

    private SentryHeaders() {}

    /** Lets the pages of any site read the answer: an SDK in a browser sends from wherever its page is. */
    static void share(MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }

    /** Lets a browser send what an SDK wants to send. */
    static void allow(MutableHttpResponse<?> response) {
        share(response);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
    }
}
