package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.application.port.Receipt;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
        Map<ServiceName, List<Entry>> byService = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byService
                    .computeIfAbsent(entry.event().service(), _ -> new ArrayList<>())
                    .add(entry);
        }
        Map<ServiceName, Iterator<Receipt>> receipts = new HashMap<>();
        byService.forEach((service, group) -> receipts.put(
                service, appendGroup(service, group, receivedAtMicros).iterator()));
        List<Receipt> inOrder = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            inOrder.add(receipts.getOrDefault(entry.event().service(), Collections.emptyIterator())
                    .next());
        }
        return inOrder;
    }

    private List<Receipt> appendGroup(ServiceName service, List<Entry> group, long receivedAtMicros) {
        List<Receipt> receipts = new ArrayList<>(group.size());
        while (receipts.size() < group.size()) {
            Optional<ServiceShard> entered = directory.enter(service);
            if (entered.isEmpty()) {
                receipts.add(new Receipt.TooManyServices(core.limits().servicesMax()));
                continue;
            }
            Optional<Entry> contested = appendSome(entered.get(), group, receipts, receivedAtMicros);
            if (contested.filter(finder::isTaken).isPresent()) {
                receipts.add(new Receipt.Conflicting());
            }
        }
        return receipts;
    }

    /** Goes on after the receipts that are there; stops at an event that is contested and returns it. */
    private Optional<Entry> appendSome(
            ServiceShard shard, List<Entry> group, List<Receipt> receipts, long receivedAtMicros) {
        try {
            int end = Math.min(group.size(), receipts.size() + EVENTS_PER_LOCK);
            while (receipts.size() < end) {
                Entry entry = group.get(receipts.size());
                Optional<Receipt> receipt = append(shard, entry, receivedAtMicros);
                if (receipt.isEmpty()) {
                    return Optional.of(entry);
                }
                receipts.add(receipt.get());
            }
            return Optional.empty();
        } finally {
            directory.leave(shard);
        }
    }

    /** Empty if the event is contested. */
    private Optional<Receipt> append(ServiceShard shard, Entry entry, long receivedAtMicros) {
        return switch (shard.judge(entry)) {
            case Decided decided -> Optional.of(decided.receipt());
            case Contested _ -> Optional.empty();
            case Acceptable _ -> {
                byte[] event = shard.encode(entry, receivedAtMicros);
                yield core.ids().putIfAbsent(event) ? Optional.of(shard.append(entry, event)) : Optional.empty();
            }
        };
    }
}
