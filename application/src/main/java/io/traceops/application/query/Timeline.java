package io.traceops.application.query;

import io.traceops.domain.event.ServiceName;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What happened in a service, oldest first.
 *
 * @param horizonMicros the time from which the service's events are complete; absent if none was ever dropped
 */
public record Timeline(
        ServiceName service, Page<TimelineEntry> entries, Duration correlationWindow, OptionalLong horizonMicros) {}
