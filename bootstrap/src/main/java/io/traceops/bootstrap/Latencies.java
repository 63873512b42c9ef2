package io.traceops.bootstrap;

import java.time.Duration;
import java.util.stream.Stream;

/** The bounds between which durations are counted. */
final class Latencies {
    static final Duration[] BOUNDS = Stream.of(1, 5, 10, 25, 100, 250, 1_000, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private Latencies() {}
}
