package io.traceops.application.query;

import io.traceops.application.capture.Violation;
import io.traceops.domain.event.EventType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which events to list.
 *
 * @param startMicros the earliest time, inclusive
 * @param endMicros the latest time, inclusive
 * @param malformed what the door could not map
 */
public record EventQuery(
        Optional<String> serviceName,
        Optional<EventType> type,
        OptionalLong startMicros,
        OptionalLong endMicros,
        OptionalInt limit,
        Optional<String> cursor,
        List<Violation> malformed) {}
