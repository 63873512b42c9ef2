package io.traceops.adapter.grpc;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.grpc.Problem.Reason;
import io.traceops.application.capture.BatchOutcome.Indexed;
import io.traceops.application.capture.BatchOutcome.Rejected;
import io.traceops.application.capture.Rejection;
import io.traceops.domain.event.Micros;
import java.time.Duration;
import java.util.List;

/** Events that were not stored, as the status of a call. */
final class Rejections {
    /** In the metadata of the error info: the time from which the service's events are complete. */
    static final String HORIZON = "horizon";

    /** In the metadata of the error info: how many events of a batch are to blame. */
    static final String REJECTED_COUNT = "rejected_count";

    /** Room for a service is made by people, not by time alone. */
    private static final Duration SERVICES_RETRY_AFTER = Duration.ofMinutes(1);

    private Rejections() {}

    /** The one event of a call. */
    static StatusRuntimeException exception(Rejection rejection) {
        List<FieldViolation> violations = violations("event.", rejection);
        return problem(rejection, "").violating(violations).exception();
    }

    /**
     * A batch. The gravest rejection gives the status; the violations name each event that is to blame, whatever for.
     */
    static StatusRuntimeException exception(Rejected rejected) {
        Indexed gravest = rejected.rejections().stream()
                .reduce((a, b) -> gravity(b.rejection()) > gravity(a.rejection()) ? b : a)
                .orElseThrow();
        List<FieldViolation> violations = rejected.rejections().stream()
                .flatMap(indexed -> violations(prefix(indexed), indexed.rejection()).stream())
                .toList();
        return problem(gravest.rejection(), "events[" + gravest.index() + "]: ")
                .violating(violations)
                .with(REJECTED_COUNT, Integer.toString(rejected.rejectedCount()))
                .exception();
    }

    /** What is wrong, in words. */
    static String words(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid -> {
                FieldViolation first = violations("", invalid).getFirst();
                yield first.getField() + " " + first.getDescription();
            }
            case Rejection.Conflict conflict ->
                "another event is stored as " + conflict.id() + "; give this one an id of its own";
            case Rejection.BeforeHorizon before ->
                "it is too old: the events of " + before.service() + " are complete from "
                        + Micros.toInstant(before.horizonMicros()) + " on";
            case Rejection.TooManyServices tooMany ->
                "it would start one service more than the " + tooMany.servicesMax() + " that are kept";
        };
    }

    /** What waiting does not help comes first. */
    private static int gravity(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid _ -> 3;
            case Rejection.Conflict _ -> 2;
            case Rejection.BeforeHorizon _ -> 1;
            case Rejection.TooManyServices _ -> 0;
        };
    }

    private static String prefix(Indexed indexed) {
        return "events[" + indexed.index() + "].";
    }

    /** The fields to blame, below a path that leads to the event. */
    private static List<FieldViolation> violations(String prefix, Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid -> Problems.fields(prefix, invalid.violations());
            case Rejection.Conflict conflict -> List.of(Problem.violation(prefix + "id", words(conflict)));
            case Rejection.BeforeHorizon before -> List.of(Problem.violation(prefix + "timestamp", words(before)));
            case Rejection.TooManyServices tooMany ->
                List.of(Problem.violation(prefix + "service_name", words(tooMany)));
        };
    }

    private static Problem problem(Rejection rejection, String where) {
        String message = where + words(rejection);
        return switch (rejection) {
            case Rejection.Invalid _ -> Problem.of(Code.INVALID_ARGUMENT, Reason.INVALID_REQUEST, message);
            case Rejection.Conflict _ -> Problem.of(Code.ALREADY_EXISTS, Reason.ID_CONFLICT, message);
            case Rejection.BeforeHorizon before ->
                Problem.of(Code.OUT_OF_RANGE, Reason.BEFORE_HORIZON, message)
                        .with(HORIZON, Micros.toInstant(before.horizonMicros()).toString());
            case Rejection.TooManyServices _ ->
                Problem.of(Code.RESOURCE_EXHAUSTED, Reason.TOO_MANY_SERVICES, message)
                        .retryAfter(SERVICES_RETRY_AFTER);
        };
    }
}
