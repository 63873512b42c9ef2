package io.traceops.domain.correlation;

import java.time.Duration;

/**
 * How long after a trigger an error still counts as likely caused by it.
 *
 * @param window 0 to 24 hours, both ends inclusive
 */
public record CorrelationPolicy(Duration window) {
    private static final Duration WINDOW_MAX = Duration.ofHours(24);

    public static final CorrelationPolicy DEFAULT = new CorrelationPolicy(Duration.ofMinutes(5));

    public CorrelationPolicy {
        if (window.isNegative() || window.compareTo(WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("correlation window: " + window + ", allowed PT0S to " + WINDOW_MAX);
        }
    }

    public long windowMicros() {
        return window.toNanos() / 1_000;
    }
}
