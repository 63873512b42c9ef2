package io.traceops.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/**
 * How the clients of some paths expect to be told of a problem, where it is not the shape that {@link Problem} has as
 * JSON. A bean; called from any thread.
 */
public interface ProblemFormat {
    /** Whether the client of a request expects this format. Formats do not overlap. */
    boolean covers(HttpRequest<?> request);

    /** Gives a response, which has the status and may have headers already, its body and its further headers. */
    void write(Problem problem, HttpRequest<?> request, MutableHttpResponse<?> response);
}
