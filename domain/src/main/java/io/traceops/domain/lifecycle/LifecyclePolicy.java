package io.traceops.domain.lifecycle;

import java.time.Duration;

/**
 * When a trigger counts as having resolved an issue.
 *
 * @param verification how long an issue must stay silent after a trigger before it is resolved, 0 to 30 days; with 0 the
 *     trigger resolves at once and the next occurrence is a regression
 */
public record LifecyclePolicy(Duration verification) {
    private static final Duration VERIFICATION_MAX = Duration.ofDays(30);

    public static final LifecyclePolicy DEFAULT = new LifecyclePolicy(Duration.ZERO);

    public LifecyclePolicy {
        if (verification.isNegative() || verification.compareTo(VERIFICATION_MAX) > 0) {
            throw new IllegalArgumentException(
                    "verification: " + verification + ", allowed PT0S to " + VERIFICATION_MAX);
        }
    }

    public long verificationMicros() {
        return verification.toNanos() / 1_000;
    }
}
