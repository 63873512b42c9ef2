package io.traceops.application.capture;

import io.traceops.domain.event.EventType;
import java.util.Optional;

/** Hears what became of each event, for metrics. Called from any thread; must be quick and not throw. */
@FunctionalInterface
public interface CaptureListener {
    /** @param type what the client said the event is; absent if it said nothing usable */
    void captured(Optional<EventType> type, CaptureOutcome outcome);
}
