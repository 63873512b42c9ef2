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
 * that nobody waits for that.
 *
 * @param release the release that the event names
 * @param written the bytes, and those of other events
 * @param from where the bytes of this one begin
 * @param length how many there are
 */
record Pending(
        Entry entry, Optional<ReleaseKey> release, long receivedAtMicros, ByteWriter written, int from, int length) {
    /** About what an event takes. */
    private static final int EXPECTED_BYTES = 400;

    /** A buffer for more would be among the arrays to which a collector gives memory of their own. */
    private static final int EVENTS_PER_WRITER = 256;

    static Pending of(Entry entry, long receivedAtMicros) {
        return of(entry, receivedAtMicros, writerFor(1));
    }

    static List<Pending> all(List<? extends Entry> entries, long receivedAtMicros) {
        List<Pending> all = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += EVENTS_PER_WRITER) {
            List<? extends Entry> some = entries.subList(from, Math.min(entries.size(), from + EVENTS_PER_WRITER));
            all.addAll(all(some, receivedAtMicros, writerFor(some.size())));
        }
        return all;
    }

    /** Has room for about so many events. */
    static ByteWriter writerFor(int events) {
        return new ByteWriter(events * EXPECTED_BYTES);
    }

    /** @param writer is not to be used for anything else while these are */
    static List<Pending> all(List<? extends Entry> entries, long receivedAtMicros, ByteWriter writer) {
        List<Pending> all = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            all.add(of(entry, receivedAtMicros, writer));
        }
        return all;
    }

    private static Pending of(Entry entry, long receivedAtMicros, ByteWriter writer) {
        int from = writer.size();
        EventCodec.encode(entry, receivedAtMicros, writer);
        return new Pending(entry, ReleaseKey.of(entry.event()), receivedAtMicros, writer, from, writer.size() - from);
    }

    EventId id() {
        return entry.event().id();
    }

    ServiceName service() {
        return entry.event().service();
    }

    void copyTo(byte[] target, int at) {
        written.copy(from, length, target, at);
    }
}
