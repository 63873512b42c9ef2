package io.traceops.adapter.otlp.intake;

import io.traceops.application.capture.Rejection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Says why an event was not stored, to follow "because". */
final class Reasons {
    private Reasons() {}

    static String of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid ->
                invalid.violations().stream()
                        .map(violation -> violation.field() + " " + violation.problem())
                        .collect(Collectors.joining("; "));
            case Rejection.Conflict conflict ->
                "another event is stored under its id " + conflict.id().value();
            case Rejection.BeforeHorizon old ->
                "it happened before " + Instant.EPOCH.plus(old.horizonMicros(), ChronoUnit.MICROS)
                        + ", from when the events of " + old.service() + " are kept";
            case Rejection.TooManyServices tooMany ->
                "as many services are kept as may be, " + tooMany.servicesMax() + ", and " + tooMany.service()
                        + " is none of them";
        };
    }
}
