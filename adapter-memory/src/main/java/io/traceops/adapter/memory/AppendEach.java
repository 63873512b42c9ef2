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
        if (entries.size() == 1) {
            Pending event = Pending.of(entries.getFirst(), receivedAtMicros);
            return appendGroup(event.service(), List.of(event));
        }
        Map<ServiceName, List<Integer>> byService = new LinkedHashMap<>();
        List<Pending> events = Pending.all(entries, receivedAtMicros);
        for (int i = 0; i < events.size(); i++) {
            byService
                    .computeIfAbsent(events.get(i).service(), _ -> new ArrayList<>())
                    .add(i);
        }
        Receipt[] receipts = new Receipt[events.size()];
        byService.forEach((service, indexes) -> {
            List<Pending> group = indexes.stream().map(events::get).toList();
            Iterator<Receipt> ofGroup = appendGroup(service, group).iterator();
            indexes.forEach(index -> receipts[index] = ofGroup.next());
        });
        return Arrays.asList(receipts);
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
