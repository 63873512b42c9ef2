package io.traceops.architecture.planted.domain;

import java.time.Instant;
import java.util.function.Supplier;

final class HandsOnTheTime {
    private HandsOnTheTime() {}

    static Supplier<Instant> now() {
        return Instant::now;
    }
}
