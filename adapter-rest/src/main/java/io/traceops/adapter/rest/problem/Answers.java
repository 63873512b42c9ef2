package io.traceops.adapter.rest.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.application.query.Answer;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.problem.Problems;
import java.util.function.Function;

/** Answers to questions: what was found, or why nothing was. */
public final class Answers {
    private Answers() {}

    /** @param shape gives what was found its shape on the wire */
    public static <T> MutableHttpResponse<byte[]> of(Answer<T> answer, Function<? super T, ?> shape) {
        return switch (answer) {
            case Answer.Found<T>(T value) -> ok(shape.apply(value));
            case Answer.NotFound<T>(String what, String advice) -> Problems.notFound(what, advice);
            case Answer.Invalid<T>(var violations) -> Problems.invalid("invalid request", violations);
        };
    }

    public static MutableHttpResponse<byte[]> ok(Object body) {
        return of(HttpStatus.OK, body);
    }

    public static MutableHttpResponse<byte[]> of(HttpStatus status, Object body) {
        return HttpResponse.<byte[]>status(status)
                .body(JsonOutput.bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
