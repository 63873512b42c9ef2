package io.traceops.domain.lifecycle;

/** How an issue's status can change. */
public enum TransitionKind {
    /** The first occurrence. */
    OPENED,
    /** A trigger after which the issue fell silent. */
    RESOLVED,
    /** An occurrence after a resolution. */
    REGRESSED
}
