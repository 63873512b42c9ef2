package io.traceops.domain.event;

/** A setting of a service changed. */
public record ConfigChange(EventId id, ServiceName service, long timestampMicros, String message, Metadata metadata)
        implements Trigger {
    public ConfigChange {
        Event.requireBounds(timestampMicros, message);
    }

    @Override
    public EventType type() {
        return EventType.CONFIG_CHANGE;
    }
}
