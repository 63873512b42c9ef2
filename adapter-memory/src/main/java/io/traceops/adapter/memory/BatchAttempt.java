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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One attempt to store all events of a list or none; see {@link AppendAll}. Used once, by one thread. */
final class BatchAttempt {
    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final List<Pending> events;
    private final NavigableMap<Integer, Receipt.Refused> refusals = new TreeMap<>();
    private final List<Integer> contested = new ArrayList<>();

    /** The services that were entered. */
    private final List<ServiceShard> entered = new ArrayList<>();

    /** By the index of an event: its service, the place where it is written once its id is claimed, its receipt. */
    private final @Nullable ServiceShard[] shards;

    private final @Nullable EventBytes[] claims;
    private final @Nullable Receipt[] receipts;

    BatchAttempt(LedgerCore core, ServiceDirectory directory, List<Pending> events) {
        this.core = core;
        this.directory = directory;
        this.events = events;
        this.shards = new ServiceShard[events.size()];
        this.claims = new EventBytes[events.size()];
        this.receipts = new Receipt[events.size()];
    }

    /**
     * @param order the indexes of the events in the order in which their ids are claimed
     * @param isTaken whether an event of another service is really stored under an event's id; asked without locks
     * @return empty if nothing stands in the way any more, so that another attempt may succeed
     */
    Optional<AppendResult> run(List<Integer> order, Predicate<Entry> isTaken) {
        try {
            enterServices();
            order.forEach(this::enter);
            if (!isHopeless()) {
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
        Set<ServiceName> names = new HashSet<>();
        events.forEach(event -> names.add(event.service()));
        Map<ServiceName, ServiceShard> byName = HashMap.newHashMap(names.size());
        for (ServiceName name : new TreeSet<>(names)) {
            directory.enter(name).ifPresent(shard -> {
                entered.add(shard);
                byName.put(name, shard);
            });
        }
        for (int i = 0; i < shards.length; i++) {
            shards[i] = byName.get(events.get(i).service());
        }
    }

    private void leaveServices() {
        try {
            giveUpClaims();
        } finally {
            directory.leaveAll(entered);
        }
    }

    /** Claims that did not become events would say for ever that there is one. */
    private void giveUpClaims() {
        for (int i = 0; i < claims.length; i++) {
            EventBytes claim = claims[i];
            if (claim != null) {
                shard(i).giveUp(claim);
            }
        }
    }

    /** Nearly every id is new: so what is stored under it is looked at only if it cannot be claimed. */
    private void enter(int index) {
        if (shards[index] == null) {
            refusals.put(index, new Receipt.TooManyServices(core.limits().servicesMax()));
        } else if (isHopeless() || !claim(index)) {
            judge(index);
        }
    }

    /** Whether this attempt has failed. What is left is judged, for the sake of the answer, but claims nothing. */
    private boolean isHopeless() {
        return !refusals.isEmpty() || !contested.isEmpty();
    }

    private boolean claim(int index) {
        Pending event = events.get(index);
        Optional<EventBytes> claim = shard(index).claim(event);
        claim.ifPresent(taken -> {
            claims[index] = taken;
            shard(index).refuseIfTooOld(event).ifPresent(tooOld -> refusals.put(index, tooOld));
        });
        return claim.isPresent();
    }

    private void judge(int index) {
        switch (shard(index).judge(events.get(index).entry())) {
            case Contested _ -> contested.add(index);
            case Acceptable _ -> {
                // Who had claimed the id has given it up by now; or it was not claimed, since all is in vain.
                if (!isHopeless()) {
                    contested.add(index);
                }
            }
            // Nothing is claimed: the id is that of the event that is stored.
            case Superseding _ -> {}
            case Decided(Receipt.Refused refusal) -> refusals.put(index, refusal);
            case Decided(Receipt receipt) -> receipts[index] = receipt;
        }
    }

    private List<Receipt> append() {
        List<Receipt> all = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Receipt known = receipts[i];
            all.add(known == null ? append(i) : known);
        }
        return all;
    }

    private Receipt append(int index) {
        EventBytes claim = claims[index];
        if (claim == null) {
            return shard(index).supersede(events.get(index));
        }
        claims[index] = null;
        return shard(index).append(events.get(index), claim);
    }

    private ServiceShard shard(int index) {
        return Objects.requireNonNull(shards[index]);
    }
}
