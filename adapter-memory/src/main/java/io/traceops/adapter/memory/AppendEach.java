package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.adapter.memory.Judgement.Superseding;
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
        if (entries.size() == 1) {
            Pending event = Pending.of(entries.getFirst(), receivedAtMicros);
            return appendGroup(event.service(), List.of(event));
        }
        Map<ServiceName, List<Pending>> byService = new LinkedHashMap<>();
        for (Pending event : Pending.all(entries, receivedAtMicros)) {
            byService.computeIfAbsent(event.service(), _ -> new ArrayList<>()).add(event);
        }
        Map<ServiceName, Iterator<Receipt>> receipts = new HashMap<>();
        byService.forEach((service, group) ->
                receipts.put(service, appendGroup(service, group).iterator()));
        List<Receipt> inOrder = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            inOrder.add(receipts.getOrDefault(entry.event().service(), Collections.emptyIterator())
                    .next());
        }
        return inOrder;
    }

    private List<Receipt> appendGroup(ServiceName service, List<Pending> group) {
        List<Receipt> receipts = new ArrayList<>(group.size());
        while (receipts.size() < group.size()) {
            Optional<ServiceShard> entered = directory.enter(service);
            if (entered.isEmpty()) {
                receipts.add(new Receipt.TooManyServices(core.limits().servicesMax()));
                continue;
            }
            Optional<Entry> contested = appendSome(entered.get(), group, receipts);
            if (contested.filter(finder::isTaken).isPresent()) {
                receipts.add(new Receipt.Conflicting());
            }
        }
        return receipts;
    }

    /** Goes on after the receipts that are there; stops at an event that is contested and returns it. */
    private Optional<Entry> appendSome(ServiceShard shard, List<Pending> group, List<Receipt> receipts) {
        try {
            int end = Math.min(group.size(), receipts.size() + EVENTS_PER_LOCK);
            while (receipts.size() < end) {
                Pending event = group.get(receipts.size());
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
    private Optional<Receipt> append(ServiceShard shard, Pending event) {
        return switch (shard.judge(event.entry())) {
            case Decided decided -> Optional.of(decided.receipt());
            case Contested _ -> Optional.empty();
            case Superseding _ -> Optional.of(shard.supersede(event));
            case Acceptable _ -> shard.claim(event) ? Optional.of(shard.append(event)) : Optional.empty();
        };
    }
}
