package io.traceops.adapter.memory;

import io.traceops.application.port.AppendResult;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores all events of a list or none.
 *
 * <p>Each {@link BatchAttempt} holds the locks of all services concerned, so nobody sees a part of the batch. The one thing
 * that these locks do not guard is whether an event of a service outside the batch has one of its ids. An attempt that
 * meets such an event lets everything go and then asks, without any lock held, whether the other is really stored. If it
 * was a claim that its writer gave up, or was deleted since, the attempt is repeated.
 */
final class AppendAll {
    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final EventFinder finder;

    AppendAll(LedgerCore core, ServiceDirectory directory, EventFinder finder) {
        this.core = core;
        this.directory = directory;
        this.finder = finder;
    }

    AppendResult run(List<? extends Entry> entries, long receivedAtMicros) {
        requireDistinctIds(entries);
        List<Pending> events = Pending.all(entries, receivedAtMicros);
        while (true) {
            Optional<AppendResult> result = new BatchAttempt(core, directory, events).run(finder::isTaken);
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private static void requireDistinctIds(List<? extends Entry> entries) {
        Set<EventId> ids = HashSet.newHashSet(entries.size());
        for (Entry entry : entries) {
            if (!ids.add(entry.event().id())) {
                throw new IllegalArgumentException("event id " + entry.event().id() + " occurs twice in one batch");
            }
        }
    }
}
