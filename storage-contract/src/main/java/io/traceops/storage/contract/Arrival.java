package io.traceops.storage.contract;

import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How a set of events reaches a ledger: a sequence of calls. Several arrivals of one set must lead to one state. */
final class Arrival {
    private final List<Call> calls = new ArrayList<>();

    /** One call of the ledger. */
    private sealed interface Call {
        record AppendAll(List<Entry> entries) implements Call {}

        record AppendEach(List<Entry> entries) implements Call {}

        record Delete(EventId id) implements Call {}
    }

    private Arrival() {}

    /**
     * The events in any order, in batches of any size, some of them sent again; with other events in between that are all
     * deleted at some later time, and some of the events themselves deleted and sent again.
     */
    static Arrival scrambled(Random random, List<EventSample> history) {
        List<EventSample> told = new ArrayList<>(history);
        for (int i = random.nextInt(4); i > 0; i--) {
            told.add(history.get(random.nextInt(history.size())));
        }
        Collections.shuffle(told, random);
        return inBatches(random, told, "x");
    }

    /**
     * The events in batches of any size; with other events in between that are all deleted at some later time, and some of
     * the events themselves deleted and sent again.
     *
     * @param passingPrefix the start of the ids of the events that are deleted
     */
    static Arrival inBatches(Random random, List<EventSample> events, String passingPrefix) {
        RandomHistory others = new RandomHistory(random, passingPrefix).namingReleases();
        Arrival arrival = new Arrival();
        List<EventId> toDelete = new ArrayList<>();
        int at = 0;
        while (at < events.size()) {
            int end = Math.min(events.size(), at + 1 + random.nextInt(random.nextBoolean() ? 1 : 10));
            List<EventSample> batch = new ArrayList<>(events.subList(at, end));
            if (random.nextInt(3) == 0) {
                EventSample passing = others.event(3);
                batch.add(random.nextInt(batch.size()), passing);
                toDelete.add(passing.eventId());
            }
            arrival.send(random, batch);
            if (!toDelete.isEmpty() && random.nextInt(4) == 0) {
                arrival.calls.add(new Call.Delete(toDelete.remove(random.nextInt(toDelete.size()))));
            }
            if (random.nextInt(8) == 0) {
                arrival.calls.add(new Call.Delete(events.get(at).eventId()));
                arrival.send(random, List.of(events.get(at)));
            }
            at = end;
        }
        toDelete.forEach(id -> arrival.calls.add(new Call.Delete(id)));
        return arrival;
    }

    private void send(Random random, List<EventSample> batch) {
        if (random.nextBoolean()) {
            calls.add(new Call.AppendEach(LawContract.entries(batch)));
        } else {
            Map<EventId, Entry> distinct = new LinkedHashMap<>();
            batch.forEach(event -> distinct.put(event.eventId(), event.entry()));
            calls.add(new Call.AppendAll(List.copyOf(distinct.values())));
        }
    }

    void into(OpenLedger ledger) {
        for (Call call : calls) {
            switch (call) {
                case Call.AppendAll all -> ledger.ledger().appendAll(all.entries(), OpenLedger.RECEIVED_AT);
                case Call.AppendEach each -> ledger.ledger().appendEach(each.entries(), OpenLedger.RECEIVED_AT);
                case Call.Delete delete -> ledger.ledger().delete(delete.id());
            }
        }
    }
}
