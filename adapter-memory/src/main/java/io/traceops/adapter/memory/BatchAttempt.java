package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.AppendResult.Appended;
import io.traceops.application.port.AppendResult.NoneAppended;
import io.traceops.application.port.Receipt;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One attempt to store all events of a list or none; see {@link AppendAll}. Used once, by one thread. */
final class BatchAttempt {
    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final List<? extends Entry> entries;
    private final long receivedAtMicros;
    private final NavigableMap<ServiceName, ServiceShard> entered = new TreeMap<>();
    private final NavigableMap<Integer, Receipt.Refused> refusals = new TreeMap<>();
    private final Map<EventId, Receipt> known = new HashMap<>();
    private final NavigableMap<EventId, byte[]> fresh = new TreeMap<>();
    private final List<Integer> contested = new ArrayList<>();

    /** The events whose ids are taken and that are not stored yet. */
    private final Map<EventId, byte[]> claimed = new HashMap<>();

    BatchAttempt(LedgerCore core, ServiceDirectory directory, List<? extends Entry> entries, long receivedAtMicros) {
        this.core = core;
        this.directory = directory;
        this.entries = entries;
        this.receivedAtMicros = receivedAtMicros;
    }

    /**
     * @param isTaken whether an event of another service is really stored under an event's id; asked without locks
     * @return empty if nothing stands in the way any more, so that another attempt may succeed
     */
    Optional<AppendResult> run(Predicate<Entry> isTaken) {
        try {
            enterServices();
            judge();
            if (refusals.isEmpty() && contested.isEmpty() && claim()) {
                return Optional.of(new Appended(append()));
            }
        } finally {
            leaveServices();
        }
        for (int index : contested) {
            if (isTaken.test(entries.get(index))) {
                refusals.put(index, new Receipt.Conflicting());
            }
        }
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new NoneAppended(refusals));
    }

    private void enterServices() {
        TreeSet<ServiceName> inOrder = new TreeSet<>();
        entries.forEach(entry -> inOrder.add(entry.event().service()));
        for (ServiceName service : inOrder) {
            directory.enter(service).ifPresent(shard -> entered.put(service, shard));
        }
    }

    private void leaveServices() {
        // Claims that did not become events, since something failed on the way, would say for ever that there is one.
        claimed.values().forEach(core.ids()::remove);
        entered.values().forEach(directory::leave);
    }

    private void judge() {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Optional<ServiceShard> shard = shard(entry);
            if (shard.isEmpty()) {
                refusals.put(i, new Receipt.TooManyServices(core.limits().servicesMax()));
                continue;
            }
            switch (shard.get().judge(entry)) {
                case Acceptable _ -> fresh.put(entry.event().id(), shard.get().encode(entry, receivedAtMicros));
                case Contested _ -> contested.add(i);
                case Decided(Receipt.Refused refusal) -> refusals.put(i, refusal);
                case Decided(Receipt receipt) -> known.put(entry.event().id(), receipt);
            }
        }
    }

    /**
     * Claims the ids of all events that are to be stored, or none. In the order of the ids, so that of several batches
     * that want the same ones, one gets through.
     */
    private boolean claim() {
        for (Map.Entry<EventId, byte[]> event : fresh.entrySet()) {
            if (!core.ids().putIfAbsent(event.getValue())) {
                contested.add(indexOf(event.getKey()));
                return false;
            }
            claimed.put(event.getKey(), event.getValue());
        }
        return true;
    }

    private List<Receipt> append() {
        List<Receipt> receipts = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            EventId id = entry.event().id();
            byte[] event = claimed.remove(id);
            receipts.add(
                    event == null
                            ? Objects.requireNonNull(known.get(id))
                            : shard(entry).orElseThrow().append(entry, event));
        }
        return receipts;
    }

    private int indexOf(EventId id) {
        int index = 0;
        while (!entries.get(index).event().id().equals(id)) {
            index++;
        }
        return index;
    }

    private Optional<ServiceShard> shard(Entry entry) {
        return Optional.ofNullable(entered.get(entry.event().service()));
    }
}
