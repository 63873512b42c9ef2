package io.traceops.adapter.sentry.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Text;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.ProblemFormat;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells of problems as Sentry does: {@code {"detail": "…"}}, and the same in a header that SDKs write to their logs. Of a
 * 429 they read how long to send no errors; what else they send is dropped anyway and need not wait.
 */
@Singleton
final class SentryProblems implements ProblemFormat {
    private static final int HEADER_LENGTH_MAX = 512;
    private static final String RETRY_AFTER_DEFAULT = "1";

    @Override
    public boolean covers(HttpRequest<?> request) {
        return Address.covers(request);
    }

    @Override
    public void write(Problem problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
        String detail = detail(problem);
        response.body(JsonOutput.bytes(new JsonObject(Map.of("detail", new JsonString(detail)))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        response.getHeaders().set(SentryHeaders.ERROR, visible(detail));
        SentryHeaders.share(response);
        if (response.status() == HttpStatus.TOO_MANY_REQUESTS) {
            String seconds = response.getHeaders().get(HttpHeaders.RETRY_AFTER, String.class, RETRY_AFTER_DEFAULT);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds);
            response.getHeaders().set(SentryHeaders.RATE_LIMITS, seconds + ":error:key:" + reason(problem.error()));
        }
    }

    private static String detail(Problem problem) {
        StringBuilder detail = new StringBuilder(problem.error());
        problem.message().ifPresent(message -> detail.append(": ").append(message));
        problem.violations()
                .map(violations -> violations.stream()
                        .map(violation -> violation.field() + ' ' + violation.problem())
                        .collect(Collectors.joining("; ")))
                .ifPresent(violations -> detail.append(": ").append(violations));
        return detail.toString();
    }

    /** A header has visible ASCII characters and blanks, and not too many of them. */
    private static String visible(String detail) {
        StringBuilder visible = new StringBuilder(Text.cut(detail, HEADER_LENGTH_MAX));
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (c < ' ' || c > '~') {
                visible.setCharAt(i, '?');
            }
        }
        return visible.toString().strip();
    }

    private static String reason(String error) {
        return error.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
