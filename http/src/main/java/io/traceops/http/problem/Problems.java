package io.traceops.http.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.application.capture.Violation;
import io.traceops.http.json.JsonOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Problems as answers, each with its status. */
public final class Problems {
    private static final String ATTRIBUTE = "traceops.problem";

    private Problems() {}

    /** An answer with any status. */
    public static MutableHttpResponse<byte[]> answer(HttpStatus status, Problem problem) {
        return fill(HttpResponse.status(status), problem);
    }

    /** The problem that a response tells of, if it does. */
    static Optional<Problem> of(MutableHttpResponse<?> response) {
        return response.getAttribute(ATTRIBUTE, Problem.class);
    }

    /** Gives a response that is there already the body of a problem. */
    public static MutableHttpResponse<byte[]> fill(MutableHttpResponse<?> response, Problem problem) {
        response.setAttribute(ATTRIBUTE, problem);
        return response.body(JsonOutput.bytes(problem)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** 400: the body is not what it should be, as a whole. */
    public static MutableHttpResponse<byte[]> malformedBody(String problem) {
        return answer(HttpStatus.BAD_REQUEST, Problem.of("malformed body", "The body " + problem + "."));
    }

    /** 400: values that are wrong, all of them. */
    public static MutableHttpResponse<byte[]> invalid(String error, List<Violation> violations) {
        return answer(HttpStatus.BAD_REQUEST, Problem.of(error).withViolations(violations));
    }

    /** 400: the path or the query is no address. */
    public static MutableHttpResponse<byte[]> malformedAddress() {
        return answer(
                HttpStatus.BAD_REQUEST,
                Problem.of("malformed address", "Percent-encode the path and the query as UTF-8, without %00."));
    }

    /** 404. */
    public static MutableHttpResponse<byte[]> notFound(String what, String advice) {
        return answer(HttpStatus.NOT_FOUND, Problem.of("no " + what, advice));
    }

    /** 408: the body did not arrive in time. */
    public static MutableHttpResponse<byte[]> bodyTooSlow(Duration timeMax) {
        return answer(
                HttpStatus.REQUEST_TIMEOUT,
                Problem.of("body too slow", "A body has to arrive within " + timeMax.toSeconds() + " s."));
    }

    /**
     * 413.
     *
     * @param advice what the client can do, as a sentence
     */
    public static MutableHttpResponse<byte[]> bodyTooLarge(long bytesMax, String advice) {
        return answer(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                Problem.of("body too large", "A body has at most " + bytesMax + " bytes. " + advice));
    }

    /** 413: the body unpacks to much more than well-meant data does. */
    public static MutableHttpResponse<byte[]> bodyTooDense(int ratioMax) {
        return answer(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                Problem.of(
                        "body too dense",
                        "A body unpacks to at most " + ratioMax
                                + " times its size. Send it without Content-Encoding."));
    }

    /** 415. */
    public static MutableHttpResponse<byte[]> unsupportedMediaType(String advice) {
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Problem.of("unsupported content type", advice));
    }

    /** 429: too much is going on; it passes. */
    public static MutableHttpResponse<byte[]> overloaded(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return answer(
                        HttpStatus.TOO_MANY_REQUESTS,
                        Problem.of("overloaded", "The server is busy. Send the request again in " + seconds + " s."))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** 503: the server takes nothing new. */
    public static MutableHttpResponse<byte[]> stopping() {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                Problem.of("stopping", "The server is stopping. Send the request again once it is back."));
    }
}
