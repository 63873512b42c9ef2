package io.traceops.domain.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a service, the boundary of every rule: ordering, correlation, lifecycle and transactions never reach
 * across two services.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters without control characters; surrounding blanks are trimmed
 */
public record ServiceName(String value) implements Comparable<ServiceName> {
    public static final int LENGTH_MAX = 200;

    public ServiceName {
        value = value.strip();
        Optional<String> problem = problemOf(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException("service name " + problem.get());
        }
    }

    /** Says what keeps a text from being a service name once it is trimmed; empty if nothing does. */
    public static Optional<String> problemOf(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            return Optional.of("is blank");
        }
        if (trimmed.length() > LENGTH_MAX) {
            return Optional.of("has " + trimmed.length() + " characters, allowed 1 to " + LENGTH_MAX);
        }
        return hasControl(trimmed) ? Optional.of("has a control character") : Text.problemOf(trimmed);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    // By hand, since a store compares these for every event, and what a record generates is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceName name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
