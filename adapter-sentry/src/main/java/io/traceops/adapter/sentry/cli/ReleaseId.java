package io.traceops.adapter.sentry.cli;

import java.util.Optional;

/** What a release is known by. */
record ReleaseId(String organization, String version) {
    /** The longest version and the longest name of an organization, in characters. */
    static final int LENGTH_MAX = 250;

    /** Says what keeps it from being a release; empty if nothing does. */
    Optional<String> problem() {
        if (version.isBlank()) {
            return Optional.of("has no version");
        }
        return version.length() > LENGTH_MAX || organization.length() > LENGTH_MAX
                ? Optional.of("has a version or an organization of more than " + LENGTH_MAX + " characters")
                : Optional.empty();
    }
}
