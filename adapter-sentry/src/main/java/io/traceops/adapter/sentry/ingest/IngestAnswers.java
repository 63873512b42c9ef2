package io.traceops.adapter.sentry.ingest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.Rejection;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What SDKs are told. Success is 200, and nothing else: one of them takes no other status for it. */
final class IngestAnswers {
    /** How long to wait when there are too many services; nothing but retention or a person can help. */
    private static final String RETRY_AFTER_TOO_MANY_SERVICES = "60";

    private IngestAnswers() {}

    static MutableHttpResponse<byte[]> withoutEvent() {
        return ok(JsonObject.EMPTY);
    }

    /**
     * What became of the events of one request. An SDK can do nothing about an event that is too old, or whose id stands
     * for another event: it would not send either again, and is told that all is well. The metrics count both.
     */
    static MutableHttpResponse<byte[]> of(String id, List<CaptureOutcome> outcomes) {
        List<Rejection> rejections = outcomes.stream()
                .flatMap(outcome -> outcome instanceof CaptureOutcome.Rejected(Rejection rejection)
                        ? Optional.of(rejection).stream()
                        : Optional.<Rejection>empty().stream())
                .toList();
        for (Rejection rejection : rejections) {
            if (rejection instanceof Rejection.TooManyServices tooMany) {
                return tooManyServices(tooMany);
            }
        }
        for (Rejection rejection : rejections) {
            if (rejection instanceof Rejection.Invalid invalid) {
                return Problems.invalid("invalid event", invalid.violations());
            }
        }
        return ok(new JsonObject(Map.of("id", new JsonString(id))));
    }

    static MutableHttpResponse<byte[]> tooLarge() {
        return Problems.answer(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                Problem.of("event too large", "An event has at most " + SentryEvent.BYTES_MAX + " bytes."));
    }

    static MutableHttpResponse<byte[]> unreadable(String problem) {
        return Problems.answer(HttpStatus.BAD_REQUEST, Problem.of("malformed event", "The event " + problem + "."));
    }

    private static MutableHttpResponse<byte[]> tooManyServices(Rejection.TooManyServices tooMany) {
        return Problems.answer(
                        HttpStatus.TOO_MANY_REQUESTS,
                        Problem.of(
                                "too many services",
                                "The server keeps " + tooMany.servicesMax() + " services, and " + tooMany.service()
                                        + " is not one of them."))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_TOO_MANY_SERVICES);
    }

    private static MutableHttpResponse<byte[]> ok(JsonObject body) {
        return HttpResponse.<byte[]>ok().body(JsonOutput.bytes(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
