package io.traceops.domain.event;

/** A new version of a service went out. */
public record Deploy(EventId id, ServiceName service, long timestampMicros, String message, Metadata metadata)
        implements Trigger {
    public Deploy {
        Event.requireBounds(timestampMicros, message);
    }

    @Override
    public EventType type() {
        return EventType.DEPLOY;
    }
}
