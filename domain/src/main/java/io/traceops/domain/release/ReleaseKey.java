package io.traceops.domain.release;

import io.traceops.domain.event.Event;
import io.traceops.domain.event.Metadata;
import java.util.Optional;

/**
 * A version that ran somewhere.
 *
 * @param environment where it ran; empty if nobody said so
 * @param release the version, not empty
 */
public record ReleaseKey(String environment, String release) {
    /** What an event says of the version that it comes from; empty if it names none. */
    public static Optional<ReleaseKey> of(Event event) {
        Metadata metadata = event.metadata();
        return metadata.release()
                .map(release -> new ReleaseKey(metadata.environment().orElse(""), release));
    }

    /** What a person calls it: {@code v2 in production}. */
    String label() {
        return environment.isEmpty() ? release : release + " in " + environment;
    }
}
