package io.traceops.adapter.memory;

import io.traceops.domain.fold.Entry;

/** Writes events down for tests of single indexes. */
final class WrittenEvents {
    private static final int SERVICE_NUMBER = 7;

    private final Segments segments = new Segments();
    private final EventLog log = new EventLog(segments, SERVICE_NUMBER);

    Segments segments() {
        return segments;
    }

    EventBytes error(String id, long timestampMicros) {
        return write(Samples.error(id, timestampMicros));
    }

    EventBytes write(Entry entry) {
        return write(entry, 0);
    }

    EventBytes write(Entry entry, long receivedAtMicros) {
        return log.append(Pending.of(entry, receivedAtMicros));
    }
}
