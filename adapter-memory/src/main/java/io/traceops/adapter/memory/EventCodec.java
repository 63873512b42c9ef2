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

    /** Writes one event after the others that were written before. */
    static void encode(Entry entry, long receivedAtMicros, ByteWriter to) {
        int from = to.size();
        Event event = entry.event();
        Optional<Long> user = Optional.empty();
        Optional<Long> route = Optional.empty();
        if (entry instanceof ErrorEntry error) {
            user = event.metadata().userId().map(DistinctKey::of);
            route = error.grouping().routeIfAny().map(DistinctKey::of);
        }
        to.putInt(0);
        to.putLong(event.timestampMicros());
        to.putLong(receivedAtMicros);
        to.putByte(EventBytes.codeOf(event.type())
                | (user.isPresent() ? EventBytes.HAS_USER : 0)
                | (route.isPresent() ? EventBytes.HAS_ROUTE : 0));
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
        to.setInt(from, to.size() - from);
    }

    /** @param service the service whose number the event has */
    static Event event(EventBytes bytes, ServiceName service) {
        ByteReader from = bytes.content();
        String message = from.text();
        Metadata metadata = new Metadata((JsonObject) JsonBytes.read(from));
        return Event.of(bytes.type(), bytes.id(), service, bytes.timestampMicros(), message, metadata);
    }

    /** @param service the service whose number the event has */
    static StoredEvent storedEvent(EventBytes bytes, ServiceName service) {
        Optional<IssueId> issueId = bytes.isError() ? Optional.of(bytes.issueId()) : Optional.empty();
        return new StoredEvent(event(bytes, service), bytes.receivedAtMicros(), issueId);
    }
}
