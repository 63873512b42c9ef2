package io.traceops.application.capture;

import io.traceops.domain.event.EventId;

/** Makes ids for events that came without one; never the same twice. Thread-safe. */
@FunctionalInterface
public interface EventIdSource {
    EventId next();
}
