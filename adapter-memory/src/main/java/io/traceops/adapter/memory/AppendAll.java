package io.traceops.adapter.memory;

import io.traceops.application.port.AppendResult;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
        List<Integer> order = IntStream.range(0, events.size()).boxed().toList();
        Optional<AppendResult> result = attempt(events, order);
        while (result.isEmpty()) {
            // In the order of the ids, so that of several batches that want the same ones, one gets through.
            result = attempt(events, sortedById(events, order));
        }
        return result.get();
    }

    private Optional<AppendResult> attempt(List<Pending> events, List<Integer> order) {
        return new BatchAttempt(core, directory, events).run(order, finder::isTaken);
    }

    private static List<Integer> sortedById(List<Pending> events, List<Integer> order) {
        return order.stream()
                .sorted(Comparator.comparing(index -> events.get(index).id()))
                .toList();
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
