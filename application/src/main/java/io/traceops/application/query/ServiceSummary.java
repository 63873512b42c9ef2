package io.traceops.application.query;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.ServiceName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A service at a glance.
 *
 * @param events stored events
 * @param openIssues issues that are open at the instant of the question
 * @param lastEventMicros when the last stored event happened; absent if none is stored
 * @param lastTrigger the last change
 * @param horizonMicros the time from which the events are complete; absent if none was ever dropped
 */
public record ServiceSummary(
        ServiceName service,
        long events,
        long openIssues,
        OptionalLong lastEventMicros,
        Optional<TriggerRef> lastTrigger,
        OptionalLong horizonMicros) {}
