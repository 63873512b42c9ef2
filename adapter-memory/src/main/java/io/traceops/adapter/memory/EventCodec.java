package io.traceops.adapter.memory;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.impact.DistinctKey;
import io.traceops.domain.lifecycle.IssueId;
import java.util.Optional;

/** Turns events into the bytes that {@link EventBytes} describes, and back. */
final class EventCodec {
    private EventCodec() {}

    /** @param to writes one event after the other */
    static byte[] encode(Entry entry, long receivedAtMicros, int serviceNumber, ByteWriter to) {
        Event event = entry.event();
        Optional<Long> user = Optional.empty();
        Optional<Long> route = Optional.empty();
        if (entry instanceof ErrorEntry error) {
            user = event.metadata().userId().map(DistinctKey::of);
            route = error.grouping().routeIfAny().map(DistinctKey::of);
        }
        to.putLong(event.timestampMicros());
        to.putLong(receivedAtMicros);
        to.putByte(EventBytes.codeOf(event.type())
                | (user.isPresent() ? EventBytes.HAS_USER : 0)
                | (route.isPresent() ? EventBytes.HAS_ROUTE : 0));
        to.putInt(serviceNumber);
        to.putByte(event.id().value().length());
        switch (entry) {
            case ErrorEntry error -> {
                to.putLong(error.issueId().high());
                to.putLong(error.issueId().low());
            }
            case TriggerEntry _ -> {}
        }
        user.ifPresent(to::putLong);
        route.ifPresent(to::putLong);
        to.putLatin1(event.id().value());
        to.putText(event.message());
        JsonBytes.write(event.metadata().object(), to);
        return to.take();
    }

    /** @param service the service whose number the event has */
    static Event event(byte[] bytes, ServiceName service) {
        ByteReader from = new ByteReader(bytes, EventBytes.idFrom(bytes) + EventBytes.idLength(bytes));
        String message = from.text();
        Metadata metadata = new Metadata((JsonObject) JsonBytes.read(from));
        return Event.of(
                EventBytes.type(bytes),
                EventBytes.id(bytes),
                service,
                EventBytes.timestampMicros(bytes),
                message,
                metadata);
    }

    /** @param service the service whose number the event has */
    static StoredEvent storedEvent(byte[] bytes, ServiceName service) {
        Optional<IssueId> issueId =
                EventBytes.isError(bytes) ? Optional.of(EventBytes.issueId(bytes)) : Optional.empty();
        return new StoredEvent(event(bytes, service), EventBytes.receivedAtMicros(bytes), issueId);
    }
}
