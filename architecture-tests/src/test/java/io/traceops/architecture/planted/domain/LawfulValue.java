package io.traceops.architecture.planted.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

public record LawfulValue(Instant at, List<String> names) {
    public LawfulValue {
        names = List.copyOf(names);
    }

    Instant later() {
        return at.plus(Duration.ofMillis(names.size())).truncatedTo(ChronoUnit.MILLIS);
    }
}
