package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.adapter.memory.Judgement.Superseding;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.AppendResult.Appended;
import io.traceops.application.port.AppendResult.NoneAppended;
import io.traceops.application.port.Receipt;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One attempt to store all events of a list or none; see {@link AppendAll}. Used once, by one thread. */
final class BatchAttempt {
    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final List<Pending> events;
    private final NavigableMap<ServiceName, ServiceShard> entered = new TreeMap<>();
    private final NavigableMap<Integer, Receipt.Refused> refusals = new TreeMap<>();
    private final List<Integer> contested = new ArrayList<>();

    /** By the index of an event: the receipt, once there is one. */
    private final @Nullable Receipt[] receipts;

    /** The indexes of the events that are to be stored. */
    private final List<Integer> fresh = new ArrayList<>();

    /** The indexes of those that take the place of what is stored under their ids. */
    private final BitSet superseding = new BitSet();

    /** The indexes of those whose ids are taken and that are not stored yet. */
    private final BitSet claimed = new BitSet();

    BatchAttempt(LedgerCore core, ServiceDirectory directory, List<Pending> events) {
        this.core = core;
        this.directory = directory;
        this.events = events;
        this.receipts = new Receipt[events.size()];
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
            if (isTaken.test(events.get(index).entry())) {
                refusals.put(index, new Receipt.Conflicting());
            }
        }
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new NoneAppended(refusals));
    }

    private void enterServices() {
        TreeSet<ServiceName> inOrder = new TreeSet<>();
        events.forEach(event -> inOrder.add(event.service()));
        for (ServiceName service : inOrder) {
            directory.enter(service).ifPresent(shard -> entered.put(service, shard));
        }
    }

    private void leaveServices() {
        // Claims that did not become events, since something failed on the way, would say for ever that there is one.
        claimed.stream().forEach(index -> core.ids().remove(events.get(index).bytes()));
        entered.values().forEach(directory::leave);
    }

    private void judge() {
        for (int i = 0; i < events.size(); i++) {
            Pending event = events.get(i);
            Optional<ServiceShard> shard = shard(event);
            if (shard.isEmpty()) {
                refusals.put(i, new Receipt.TooManyServices(core.limits().servicesMax()));
                continue;
            }
            switch (shard.get().judge(event.entry())) {
                case Acceptable _ -> fresh.add(i);
                case Superseding _ -> superseding.set(i);
                case Contested _ -> contested.add(i);
                case Decided(Receipt.Refused refusal) -> refusals.put(i, refusal);
                case Decided(Receipt receipt) -> receipts[i] = receipt;
            }
        }
    }

    /**
     * Claims the ids of all events that are to be stored, or none. In the order of the ids, so that of several batches
     * that want the same ones, one gets through.
     */
    private boolean claim() {
        fresh.sort(Comparator.comparing(index -> events.get(index).id()));
        for (int index : fresh) {
            Pending event = events.get(index);
            if (!shard(event).orElseThrow().claim(event)) {
                contested.add(index);
                return false;
            }
            claimed.set(index);
        }
        return true;
    }

    private List<Receipt> append() {
        List<Receipt> all = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Receipt known = receipts[i];
            if (known == null) {
                known = append(i);
            }
            all.add(known);
        }
        return all;
    }

    private Receipt append(int index) {
        Pending event = events.get(index);
        ServiceShard shard = shard(event).orElseThrow();
        if (superseding.get(index)) {
            return shard.supersede(event);
        }
        claimed.clear(index);
        return shard.append(event);
    }

    private Optional<ServiceShard> shard(Pending event) {
        return Optional.ofNullable(entered.get(event.service()));
    }
}
