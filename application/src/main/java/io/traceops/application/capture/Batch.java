package io.traceops.application.capture;

import io.traceops.application.capture.BatchOutcome.Indexed;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A batch on its way: its distinct events, where each of them stands, and what is wrong. Not thread-safe. */
final class Batch {
    private final List<Entry> distinct = new ArrayList<>();
    private final List<Integer> firstIndexes = new ArrayList<>();
    private final Map<EventId, Integer> placeOf = new HashMap<>();
    /** For each event of the batch its place among the distinct ones. */
    private final List<Integer> places = new ArrayList<>();

    private final TreeMap<Integer, Rejection> rejections = new TreeMap<>();

    /** Adds the next event of the batch, which may repeat an earlier one. */
    void add(Entry entry) {
        int index = places.size();
        EventId id = entry.event().id();
        Integer known = placeOf.putIfAbsent(id, distinct.size());
        if (known == null) {
            places.add(distinct.size());
            distinct.add(entry);
            firstIndexes.add(index);
            return;
        }
        places.add(known);
        if (entry.conflictsWith(distinct.get(known).event())) {
            rejections.put(index, new Rejection.Conflict(id));
        } else if (entry.isRicherThan(distinct.get(known).event())) {
            distinct.set(known, entry);
        }
    }

    /** Adds the next event of the batch, which is invalid. */
    void addInvalid(List<Violation> violations) {
        rejections.put(places.size(), new Rejection.Invalid(violations));
        places.add(-1);
    }

    boolean isRejected() {
        return !rejections.isEmpty();
    }

    List<Entry> distinct() {
        return distinct;
    }

    /** Notes that the ledger refused a distinct event. */
    void refuse(int place, Receipt.Refused refused) {
        rejections.put(
                firstIndexes.get(place), Outcomes.rejection(distinct.get(place).event(), refused));
    }

    /** Notes which distinct events have the id of a stored event with other content. */
    void refuseConflicts(Function<EventId, Optional<Event>> stored) {
        for (int place = 0; place < distinct.size(); place++) {
            Entry entry = distinct.get(place);
            EventId id = entry.event().id();
            if (stored.apply(id).filter(entry::conflictsWith).isPresent()) {
                rejections.putIfAbsent(firstIndexes.get(place), new Rejection.Conflict(id));
            }
        }
    }

    /** What is wrong, by the index of the event in the batch. */
    Map<Integer, Rejection> rejections() {
        return rejections;
    }

    BatchOutcome.Rejected rejected() {
        List<Indexed> listed = rejections.entrySet().stream()
                .limit(BatchOutcome.REJECTIONS_MAX)
                .map(rejection -> new Indexed(rejection.getKey(), rejection.getValue()))
                .toList();
        return new BatchOutcome.Rejected(listed, rejections.size());
    }

    /** One outcome for each event of the batch, in its order, once the ledger has stored the distinct ones. */
    List<CaptureOutcome> outcomes(List<Receipt> receipts) {
        List<CaptureOutcome> outcomes = new ArrayList<>(places.size());
        for (int index = 0; index < places.size(); index++) {
            int place = places.get(index);
            CaptureOutcome outcome = Outcomes.of(distinct.get(place).event(), receipts.get(place));
            boolean repeatsWithinBatch = firstIndexes.get(place) != index;
            outcomes.add(repeatsWithinBatch ? new CaptureOutcome.Duplicate(storedEvent(outcome)) : outcome);
        }
        return outcomes;
    }

    static StoredEvent storedEvent(CaptureOutcome outcome) {
        return switch (outcome) {
            case CaptureOutcome.Accepted accepted -> accepted.event();
            case CaptureOutcome.Duplicate duplicate -> duplicate.event();
            case CaptureOutcome.Rejected _ -> throw new IllegalStateException("a stored batch has no rejected event");
        };
    }
}
