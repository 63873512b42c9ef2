package io.traceops.domain.event;

/** Something that happened in a service at a time. Immutable; equal content means the same event. */
public sealed interface Event permits ErrorEvent, Trigger {
    /** The longest message, in characters. */
    int MESSAGE_LENGTH_MAX = 8_192;

    EventId id();

    ServiceName service();

    /** When it happened, in microseconds since 1970-01-01T00:00:00Z, 0 or more. Every rule uses this time. */
    long timestampMicros();

    /** What the client says of it; empty if it says nothing; at most {@value #MESSAGE_LENGTH_MAX} characters. */
    String message();

    Metadata metadata();

    EventType type();

    default Moment moment() {
        return new Moment(timestampMicros(), id());
    }

    /** The event of the given kind with the given parts. */
    static Event of(
            EventType type, EventId id, ServiceName service, long timestampMicros, String message, Metadata metadata) {
        return switch (type) {
            case ERROR -> new ErrorEvent(id, service, timestampMicros, message, metadata);
            case DEPLOY -> new Deploy(id, service, timestampMicros, message, metadata);
            case CONFIG_CHANGE -> new ConfigChange(id, service, timestampMicros, message, metadata);
        };
    }

    /**
     * Holds every event to its bounds.
     *
     * @throws IllegalArgumentException if one is exceeded; callers validate first, so this means a bug
     */
    static void requireBounds(long timestampMicros, String message) {
        if (timestampMicros < 0) {
            throw new IllegalArgumentException("timestamp: " + timestampMicros + " µs, allowed 0 or more");
        }
        if (message.length() > MESSAGE_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "message: " + message.length() + " characters, allowed 0 to " + MESSAGE_LENGTH_MAX);
        }
    }
}
