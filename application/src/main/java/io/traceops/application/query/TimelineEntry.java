package io.traceops.application.query;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import java.util.Optional;

/**
 * An event on its service's timeline.
 *
 * @param correlatedTo the trigger that likely caused it; present only on an error that has one
 */
public record TimelineEntry(StoredEvent event, Optional<EventId> correlatedTo) {
    /** Whether the event is an error with a likely cause. */
    public boolean isLikelyCause() {
        return correlatedTo.isPresent();
    }
}
