package io.traceops.domain.event;

/** A failure that a service reports. Errors are grouped into issues. */
public record ErrorEvent(EventId id, ServiceName service, long timestampMicros, String message, Metadata metadata)
        implements Event {
    public ErrorEvent {
        Event.requireBounds(timestampMicros, message);
    }

    @Override
    public EventType type() {
        return EventType.ERROR;
    }
}
