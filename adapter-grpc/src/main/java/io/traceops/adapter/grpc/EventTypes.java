package io.traceops.adapter.grpc;

import io.traceops.application.capture.Violation;
import io.traceops.domain.event.EventType;
import java.util.List;
import java.util.Optional;

/** The kinds of event, on the wire and inside. */
final class EventTypes {
    private EventTypes() {}

    /**
     * @param number the number on the wire, to name in a violation
     * @param malformed where a violation goes
     */
    static Optional<EventType> read(io.traceops.v1.EventType type, int number, List<Violation> malformed) {
        return switch (type) {
            case EVENT_TYPE_UNSPECIFIED -> Optional.empty();
            case EVENT_TYPE_ERROR -> Optional.of(EventType.ERROR);
            case EVENT_TYPE_DEPLOY -> Optional.of(EventType.DEPLOY);
            case EVENT_TYPE_CONFIG_CHANGE -> Optional.of(EventType.CONFIG_CHANGE);
            case UNRECOGNIZED -> {
                malformed.add(FieldPaths.unknownNumber("eventType", number));
                yield Optional.empty();
            }
        };
    }

    static io.traceops.v1.EventType write(EventType type) {
        return switch (type) {
            case ERROR -> io.traceops.v1.EventType.EVENT_TYPE_ERROR;
            case DEPLOY -> io.traceops.v1.EventType.EVENT_TYPE_DEPLOY;
            case CONFIG_CHANGE -> io.traceops.v1.EventType.EVENT_TYPE_CONFIG_CHANGE;
        };
    }
}
