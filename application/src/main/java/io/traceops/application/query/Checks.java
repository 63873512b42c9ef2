package io.traceops.application.query;

import io.traceops.application.capture.Violation;
import io.traceops.domain.event.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Collects what is wrong with a question while its values are read. Not thread-safe. */
final class Checks {
    private final List<Violation> violations;

    Checks(List<Violation> malformed) {
        this.violations = new ArrayList<>(malformed);
    }

    Optional<ServiceName> serviceName(Optional<String> value) {
        Optional<String> problem = value.flatMap(ServiceName::problemOf);
        problem.ifPresent(text -> add("serviceName", text));
        return problem.isPresent() ? Optional.empty() : value.map(ServiceName::new);
    }

    int limit(OptionalInt value, int defaultLimit, int limitMax) {
        int limit = value.orElse(defaultLimit);
        if (limit < 1 || limit > limitMax) {
            add("limit", "is " + limit + ", allowed 1 to " + limitMax);
        }
        return limit;
    }

    void timeRange(OptionalLong startMicros, OptionalLong endMicros) {
        if (startMicros.isPresent() && startMicros.getAsLong() < 0) {
            add("startTime", "is before 1970-01-01T00:00:00Z");
        }
        if (startMicros.isPresent() && endMicros.isPresent() && endMicros.getAsLong() < startMicros.getAsLong()) {
            add("endTime", "is before the start");
        }
    }

    /** Notes that a cursor could not be read. */
    void cursorUnusable() {
        add("cursor", "is not one that this server gave for this question; ask again without it");
    }

    void add(String field, String problem) {
        violations.add(new Violation(field, problem));
    }

    boolean failed() {
        return !violations.isEmpty();
    }

    <T> Answer<T> invalid() {
        return new Answer.Invalid<>(violations);
    }
}
