package io.traceops.domain.impact;

/** How bad an issue is. The order of the constants is the order of the levels. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The next level; never above {@link #CRITICAL}. */
    public Severity raised() {
        return switch (this) {
            case LOW -> MEDIUM;
            case MEDIUM -> HIGH;
            case HIGH, CRITICAL -> CRITICAL;
        };
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public Severity max(Severity other) {
        return isAtLeast(other) ? this : other;
    }
}
