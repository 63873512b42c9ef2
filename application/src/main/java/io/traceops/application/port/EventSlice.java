package io.traceops.application.port;

import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import java.util.Optional;

/**
 * A run of one service's events.
 *
 * @param type only events of this type; absent for all
 * @param fromMicros the earliest time, inclusive
 * @param toMicros the latest time, inclusive
 * @param order oldest or newest first
 * @param after only events that come after this moment in the chosen order; absent to start at the beginning
 * @param limit the most events, 1 or more
 */
public record EventSlice(
        Optional<EventType> type, long fromMicros, long toMicros, Order order, Optional<Moment> after, int limit) {
    /** The order in which events come. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    public EventSlice {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + ", allowed 1 or more");
        }
    }
}
