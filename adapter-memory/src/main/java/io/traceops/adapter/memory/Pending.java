package io.traceops.adapter.memory;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.release.ReleaseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event on its way into the store, with the bytes that it will be stored as. They are made before any lock is taken, so
 * that nobody waits for that; only the number of the service is set once the service is entered.
 *
 * @param release the release that the event names
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over to the store; nobody compares it.
record Pending(Entry entry, Optional<ReleaseKey> release, byte[] bytes) {
    private static final int NO_SERVICE = 0;

    static Pending of(Entry entry, long receivedAtMicros) {
        return of(entry, receivedAtMicros, new ByteWriter());
    }

    static List<Pending> all(List<? extends Entry> entries, long receivedAtMicros) {
        List<Pending> all = new ArrayList<>(entries.size());
        ByteWriter writer = new ByteWriter();
        for (Entry entry : entries) {
            all.add(of(entry, receivedAtMicros, writer));
        }
        return all;
    }

    private static Pending of(Entry entry, long receivedAtMicros, ByteWriter writer) {
        byte[] bytes = EventCodec.encode(entry, receivedAtMicros, NO_SERVICE, writer);
        return new Pending(entry, ReleaseKey.of(entry.event()), bytes);
    }

    EventId id() {
        return entry.event().id();
    }

    ServiceName service() {
        return entry.event().service();
    }
}
