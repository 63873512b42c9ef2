package io.traceops.adapter.grpc;

import io.traceops.application.capture.EventDraft;
import io.traceops.application.capture.Violation;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.v1.Event;
import io.traceops.v1.TriggerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events, from the wire and to it. Of use to who measures this mapping too. */
public final class EventMessages {
    private EventMessages() {}

    /** What the client said, of which nothing is checked yet but that it can be mapped. */
    public static EventDraft draft(Event event) {
        List<Violation> malformed = new ArrayList<>(0);
        return new EventDraft(
                text(event.getId()),
                EventTypes.read(event.getEventType(), event.getEventTypeValue(), malformed),
                text(event.getServiceName()),
                Timestamps.read(event.hasTimestamp(), event.getTimestamp(), "timestamp", malformed),
                text(event.getMessage()),
                metadata(event, malformed),
                malformed);
    }

    static List<EventDraft> drafts(List<Event> events) {
        List<EventDraft> drafts = new ArrayList<>(events.size());
        for (Event event : events) {
            drafts.add(draft(event));
        }
        return drafts;
    }

    /** A text of the wire, where an empty one says nothing. */
    static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A stored event as clients see it. */
    public static Event write(StoredEvent stored) {
        io.traceops.domain.event.Event event = stored.event();
        Event.Builder written = Event.newBuilder()
                .setId(event.id().value())
                .setEventType(EventTypes.write(event.type()))
                .setServiceName(event.service().value())
                .setTimestamp(Timestamps.write(event.timestampMicros()))
                .setMessage(event.message())
                .setReceivedAt(Timestamps.write(stored.receivedAtMicros()))
                .setDetected(event.id().isOfDetectedDeploy());
        if (!event.metadata().isEmpty()) {
            written.setMetadata(StructWriter.write(event.metadata().object()));
        }
        return written.build();
    }

    static List<Event> write(List<StoredEvent> stored) {
        List<Event> written = new ArrayList<>(stored.size());
        for (StoredEvent event : stored) {
            written.add(write(event));
        }
        return written;
    }

    static TriggerReference write(TriggerRef trigger) {
        return TriggerReference.newBuilder()
                .setEventId(trigger.moment().id().value())
                .setEventType(EventTypes.write(trigger.type()))
                .setMessage(trigger.message())
                .setTimestamp(Timestamps.write(trigger.timestampMicros()))
                .setRelease(trigger.release().orElse(""))
                .setDetected(trigger.isDetected())
                .build();
    }

    private static Optional<JsonObject> metadata(Event event, List<Violation> malformed) {
        return event.hasMetadata() ? StructReader.read(event.getMetadata(), "metadata", malformed) : Optional.empty();
    }
}
