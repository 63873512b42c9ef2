package io.traceops.bootstrap;

import java.util.Optional;

/** The version of the program. */
final class Version {
    private static final String UNPACKAGED = "unpackaged";

    private Version() {}

    /** What the jar says of itself, such as {@code 0.1.0}. */
    static String current() {
        return Optional.ofNullable(TraceOps.class.getPackage().getImplementationVersion())
                .orElse(UNPACKAGED);
    }
}
