package io.traceops.architecture.planted.application;

import io.traceops.architecture.planted.domain.LawfulValue;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

public final class LawfulUseCase {
    private final InstantSource clock;
    private final AtomicLong answered = new AtomicLong();

    public LawfulUseCase(InstantSource clock) {
        this.clock = clock;
    }

    public LawfulValue answer() {
        answered.incrementAndGet();
        return new LawfulValue(clock.instant(), List.of());
    }
}
