package io.traceops.domain.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an event, given by the client or by the server. Ids are compared as plain ASCII text, and that order
 * breaks ties between events of the same instant.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record EventId(String value) implements Comparable<EventId> {
    public static final int LENGTH_MAX = 64;

    /** How the ids begin that adapters derive from a failure which telemetry reports more than once; 32 digits follow. */
    public static final String REPORT_PREFIX = "otel:";

    private static final int REPORT_LENGTH = REPORT_PREFIX.length() + 32;

    /** How the ids of detected deploys begin. */
    public static final String DETECTED_PREFIX = "detected:";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

    /** By character: ids are checked wherever one is made, several times for each event. */
    private static final boolean[] ALLOWED = allowed();

    public EventId {
        Optional<String> problem = problemOf(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException("event id " + problem.get());
        }
    }

    /** Says what keeps a text from being an event id; empty if nothing does. */
    public static Optional<String> problemOf(String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            return Optional.of("has " + value.length() + " characters, allowed 1 to " + LENGTH_MAX);
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isAllowed(value.charAt(i))) {
                return Optional.of("has a character at position " + i + " that is not one of A-Z a-z 0-9 . _ : -");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the id was derived from a failure that may be reported several times, with contents that differ; see
     * {@link io.traceops.domain.fold.ServiceFold#judge}.
     */
    public boolean isOfReport() {
        return value.length() == REPORT_LENGTH && value.startsWith(REPORT_PREFIX);
    }

    /** Whether the id is that of a deploy that nobody announced; no client may use such an id. */
    public boolean isOfDetectedDeploy() {
        return value.startsWith(DETECTED_PREFIX);
    }

    private static boolean isAllowed(char c) {
        return c < ALLOWED.length && ALLOWED[c];
    }

    private static boolean[] allowed() {
        boolean[] allowed = new boolean[0x80];
        ALPHABET.chars().forEach(c -> allowed[c] = true);
        return allowed;
    }

    // By hand, since a store compares these for every event, and what a record generates is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
