package io.traceops.application.capture;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import java.util.List;

/** Why an event was not stored. */
public sealed interface Rejection {
    /** Values that are missing or out of bounds, all of them. */
    record Invalid(List<Violation> violations) implements Rejection {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** Another event is stored under the id. */
    record Conflict(EventId id) implements Rejection {}

    /** It happened before the time from which the service's events are complete, in microseconds. */
    record BeforeHorizon(ServiceName service, long horizonMicros) implements Rejection {}

    /** It would start a service beyond the number of services that are kept. */
    record TooManyServices(ServiceName service, int servicesMax) implements Rejection {}
}
