package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.adapter.memory.Judgement.Superseding;
import io.traceops.application.port.Receipt;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores events each on its own. The events of one service go in together, in their order; the lock of the service is
 * given back now and then, so that nobody waits for the whole list.
 */
final class AppendEach {
    /** The most events that are stored without letting others have the lock: about a millisecond's worth. */
    private static final int EVENTS_PER_LOCK = 256;

    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final EventFinder finder;

    AppendEach(LedgerCore core, ServiceDirectory directory, EventFinder finder) {
        this.core = core;
        this.directory = directory;
        this.finder = finder;
    }

    List<Receipt> run(List<? extends Entry> entries, long receivedAtMicros) {
        ByteWriter writer = Pending.writerFor(Math.min(entries.size(), EVENTS_PER_LOCK));
        if (isOfOneService(entries)) {
            return appendGroup(entries, receivedAtMicros, writer);
        }
        Map<ServiceName, List<Integer>> byService = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            byService
                    .computeIfAbsent(entries.get(i).event().service(), _ -> new ArrayList<>())
                    .add(i);
        }
        Receipt[] receipts = new Receipt[entries.size()];
        byService.forEach((_, indexes) -> {
            List<? extends Entry> group = indexes.stream().map(entries::get).toList();
            Iterator<Receipt> ofGroup =
                    appendGroup(group, receivedAtMicros, writer).iterator();
            indexes.forEach(index -> receipts[index] = ofGroup.next());
        });
        return Arrays.asList(receipts);
    }

    private static boolean isOfOneService(List<? extends Entry> entries) {
        for (Entry entry : entries) {
            if (!entry.event().service().equals(entries.getFirst().event().service())) {
                return false;
            }
        }
        return true;
    }

    /** @param group events of one service */
    private List<Receipt> appendGroup(List<? extends Entry> group, long receivedAtMicros, ByteWriter writer) {
        List<Receipt> receipts = new ArrayList<>(group.size());
        for (int from = 0; from < group.size(); from += EVENTS_PER_LOCK) {
            int end = Math.min(group.size(), from + EVENTS_PER_LOCK);
            writer.clear();
            List<Pending> portion = Pending.all(group.subList(from, end), receivedAtMicros, writer);
            while (receipts.size() < end) {
                appendSome(portion.subList(receipts.size() - from, portion.size()), receipts);
            }
        }
        return receipts;
    }

    /** Adds a receipt for each event, up to one whose id is contested. */
    private void appendSome(List<Pending> events, List<Receipt> receipts) {
        Optional<ServiceShard> entered = directory.enter(events.getFirst().service());
        if (entered.isEmpty()) {
            events.forEach(
                    _ -> receipts.add(new Receipt.TooManyServices(core.limits().servicesMax())));
            return;
        }
        Optional<Entry> contested = append(entered.get(), events, receipts);
        if (contested.filter(finder::isTaken).isPresent()) {
            receipts.add(new Receipt.Conflicting());
        }
    }

    /** Returns the event that is contested, if there is one. */
    private Optional<Entry> append(ServiceShard shard, List<Pending> events, List<Receipt> receipts) {
        try {
            for (Pending event : events) {
                Optional<Receipt> receipt = append(shard, event);
                if (receipt.isEmpty()) {
                    return Optional.of(event.entry());
                }
                receipts.add(receipt.get());
            }
            return Optional.empty();
        } finally {
            directory.leave(shard);
        }
    }

    /** Empty if the event is contested. */
    private static Optional<Receipt> append(ServiceShard shard, Pending event) {
        // Nearly every id is new: so what is stored under it is looked at only if it cannot be claimed.
        Optional<EventBytes> claim = shard.claim(event);
        if (claim.isPresent()) {
            return Optional.of(shard.appendIfInTime(event, claim.get()));
        }
        return switch (shard.judge(event.entry())) {
            case Decided decided -> Optional.of(decided.receipt());
            case Superseding _ -> Optional.of(shard.supersede(event));
            // Acceptable by now: who had claimed the id has given it up.
            case Contested _, Acceptable _ -> Optional.empty();
        };
    }
}
