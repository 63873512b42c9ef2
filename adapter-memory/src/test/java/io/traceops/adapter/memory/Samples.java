package io.traceops.adapter.memory;

import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;

/** Events and ledgers for the tests of this store. */
final class Samples {
    static final ServiceName SERVICE = new ServiceName("checkout");

    private static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);

    private Samples() {}

    static Entry error(String id, long timestampMicros) {
        return error(id, timestampMicros, "Pool exhausted", Metadata.EMPTY);
    }

    static Entry error(String id, long timestampMicros, String message, Metadata metadata) {
        return entry(new ErrorEvent(new EventId(id), SERVICE, timestampMicros, message, metadata));
    }

    static Entry deploy(String id, long timestampMicros) {
        return entry(Event.of(EventType.DEPLOY, new EventId(id), SERVICE, timestampMicros, "", Metadata.EMPTY));
    }

    static Entry entry(Event event) {
        return switch (event) {
            case ErrorEvent error -> ErrorEntry.of(error, true, FINGERPRINTER.group(error));
            case Trigger trigger -> new TriggerEntry(trigger, true);
        };
    }

    static MemoryLedger ledger(MemoryLimits limits) {
        return new MemoryLedger(limits, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {});
    }
}
