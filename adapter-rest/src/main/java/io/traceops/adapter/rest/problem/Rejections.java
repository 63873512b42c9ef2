package io.traceops.adapter.rest.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.BatchOutcome.Indexed;
import io.traceops.application.capture.Rejection;
import io.traceops.application.capture.Violation;
import io.traceops.domain.event.Micros;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clients are told of events that were not stored. */
public final class Rejections {
    /** The field of a violation that concerns the event as a whole. */
    public static final String WHOLE_EVENT = "";

    /** How long to wait when there are too many services; nothing but retention or a person can help. */
    private static final String RETRY_AFTER_TOO_MANY_SERVICES = "60";

    private Rejections() {}

    /** The answer for one event. */
    public static MutableHttpResponse<byte[]> answer(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid -> invalidEvent(invalid);
            case Rejection.Conflict _, Rejection.BeforeHorizon _, Rejection.TooManyServices _ ->
                withRetryAfter(Problems.answer(status(rejection), problem(rejection)));
        };
    }

    /** The answer for a batch of which nothing was stored. */
    public static MutableHttpResponse<byte[]> answer(BatchOutcome.Rejected batch) {
        Indexed gravest = batch.rejections().stream()
                .reduce((a, b) -> gravity(b.rejection()) > gravity(a.rejection()) ? b : a)
                .orElseThrow();
        List<Violation> violations = new ArrayList<>();
        for (Indexed indexed : batch.rejections()) {
            String event = "events[" + indexed.index() + "]";
            for (Violation violation : violations(indexed.rejection())) {
                violations.add(new Violation(path(event, violation.field()), violation.problem()));
            }
        }
        Problem problem = Problem.of(
                        "batch rejected",
                        "Nothing is stored, because of " + events(batch.rejectedCount()) + listed(batch) + ".")
                .withViolations(violations);
        Optional<Long> horizonMicros = horizonMicros(gravest.rejection());
        return withRetryAfter(Problems.answer(
                status(gravest.rejection()),
                horizonMicros.map(problem::withHorizon).orElse(problem)));
    }

    /** What a rejection says, for a list of several. */
    public static Problem problem(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid ->
                isWhole(violations(invalid))
                        ? Problem.of(
                                "invalid event",
                                "It " + violations(invalid).getFirst().problem() + ".")
                        : Problem.of("invalid event").withViolations(violations(invalid));
            case Rejection.Conflict conflict ->
                Problem.of(
                        "event " + conflict.id() + " exists with other content",
                        "Nothing was stored. Send the same content again, or choose another id.");
            case Rejection.BeforeHorizon before ->
                Problem.of(
                                "event is too old",
                                "The events of service " + before.service() + " are complete from "
                                        + Micros.toInstant(before.horizonMicros())
                                        + " on; an older one can no longer take its place.")
                        .withHorizon(before.horizonMicros());
            case Rejection.TooManyServices tooMany ->
                Problem.of(
                        "too many services",
                        "The server keeps " + tooMany.servicesMax() + " services, and " + tooMany.service()
                                + " is not one of them.");
        };
    }

    private static MutableHttpResponse<byte[]> invalidEvent(Rejection.Invalid invalid) {
        List<Violation> violations = violations(invalid);
        return isWhole(violations)
                ? Problems.malformedBody(violations.getFirst().problem())
                : Problems.invalid("invalid event", violations);
    }

    private static boolean isWhole(List<Violation> violations) {
        return violations.getFirst().field().equals(WHOLE_EVENT);
    }

    private static HttpStatus status(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid _ -> HttpStatus.BAD_REQUEST;
            case Rejection.Conflict _ -> HttpStatus.CONFLICT;
            case Rejection.BeforeHorizon _ -> HttpStatus.UNPROCESSABLE_ENTITY;
            case Rejection.TooManyServices _ -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    /** Of several rejections the one that no waiting helps decides the status. */
    private static int gravity(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid _ -> 3;
            case Rejection.Conflict _ -> 2;
            case Rejection.BeforeHorizon _ -> 1;
            case Rejection.TooManyServices _ -> 0;
        };
    }

    private static MutableHttpResponse<byte[]> withRetryAfter(MutableHttpResponse<byte[]> answer) {
        return answer.status() == HttpStatus.TOO_MANY_REQUESTS
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_TOO_MANY_SERVICES)
                : answer;
    }

    private static List<Violation> violations(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid -> {
                // Of something that is no event at all, nothing else needs saying.
                Optional<Violation> whole = invalid.violations().stream()
                        .filter(violation -> violation.field().equals(WHOLE_EVENT))
                        .findFirst();
                yield whole.map(List::of).orElse(invalid.violations());
            }
            case Rejection.Conflict conflict ->
                List.of(new Violation("id", "is " + conflict.id() + ", which exists with other content"));
            case Rejection.BeforeHorizon before ->
                List.of(new Violation(
                        "timestamp",
                        "is before " + Micros.toInstant(before.horizonMicros())
                                + ", from when on the events of service " + before.service() + " are complete"));
            case Rejection.TooManyServices tooMany ->
                List.of(new Violation(
                        "serviceName",
                        "is " + tooMany.service() + ", one more than the " + tooMany.servicesMax()
                                + " services that are kept"));
        };
    }

    private static Optional<Long> horizonMicros(Rejection rejection) {
        return rejection instanceof Rejection.BeforeHorizon before
                ? Optional.of(before.horizonMicros())
                : Optional.empty();
    }

    private static String path(String event, String field) {
        return field.equals(WHOLE_EVENT) ? event : event + "." + field;
    }

    private static String events(int count) {
        return count == 1 ? "1 event" : count + " events";
    }

    private static String listed(BatchOutcome.Rejected batch) {
        int listed = batch.rejections().size();
        return listed < batch.rejectedCount() ? ", of which the first " + listed + " are listed" : "";
    }
}
