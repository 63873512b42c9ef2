package io.traceops.application.capture;

import io.traceops.application.capture.DraftValidator.Checked;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.grouping.Fingerprinter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Takes events in. Each is checked, grouped and stored once, however often it is sent: an id that is stored already with
 * equal content is a duplicate, with other content a conflict. Thread-safe.
 */
public final class CaptureEvents {
    private final ServiceLedger ledger;
    private final EventClock clock;
    private final DraftValidator validator;
    private final CaptureListener listener;
    private final int batchMax;

    /**
     * @param listener hears what became of each event, for metrics
     * @param batchMax the most events in one batch, 1 or more
     */
    public CaptureEvents(
            ServiceLedger ledger,
            Fingerprinter fingerprinter,
            EventIdSource ids,
            InstantSource clock,
            CaptureListener listener,
            int batchMax) {
        if (batchMax < 1) {
            throw new IllegalArgumentException("largest batch: " + batchMax + ", allowed 1 or more");
        }
        this.ledger = ledger;
        this.clock = new EventClock(clock);
        this.validator = new DraftValidator(fingerprinter, ids, this.clock);
        this.listener = listener;
        this.batchMax = batchMax;
    }

    /** Captures one event. The same as {@link #captureEach} of it alone, without what many events need. */
    public CaptureOutcome capture(EventDraft draft) {
        long nowMicros = clock.nowMicros();
        CaptureOutcome outcome = switch (validator.check(draft, nowMicros)) {
            case Checked.Valid(Entry entry) ->
                Outcomes.of(
                        entry.event(),
                        ledger.appendEach(List.of(entry), nowMicros).getFirst());
            case Checked.Invalid invalid -> rejected(invalid);
        };
        listener.captured(draft.type(), outcome);
        return outcome;
    }

    /** Captures events that do not depend on each other, in order. One outcome for each. */
    public List<CaptureOutcome> captureEach(List<EventDraft> drafts) {
        long nowMicros = clock.nowMicros();
        List<Checked> checked =
                drafts.stream().map(draft -> validator.check(draft, nowMicros)).toList();
        List<Entry> entries = new ArrayList<>(drafts.size());
        for (Checked check : checked) {
            if (check instanceof Checked.Valid valid) {
                entries.add(valid.entry());
            }
        }
        Iterator<Receipt> receipts = ledger.appendEach(entries, nowMicros).iterator();
        List<CaptureOutcome> outcomes = new ArrayList<>(drafts.size());
        for (Checked check : checked) {
            outcomes.add(
                    switch (check) {
                        case Checked.Valid valid -> Outcomes.of(valid.entry().event(), receipts.next());
                        case Checked.Invalid invalid -> rejected(invalid);
                    });
        }
        tell(drafts, outcomes);
        return outcomes;
    }

    private static CaptureOutcome rejected(Checked.Invalid invalid) {
        return new CaptureOutcome.Rejected(new Rejection.Invalid(invalid.violations()));
    }

    /** Captures a batch, all of it or nothing. Events of one batch may repeat each other. */
    public BatchOutcome captureBatch(List<EventDraft> drafts) {
        if (drafts.isEmpty() || drafts.size() > batchMax) {
            return new BatchOutcome.InvalidSize(
                    new Violation("events", "has " + drafts.size() + " events, allowed 1 to " + batchMax));
        }
        long nowMicros = clock.nowMicros();
        Batch batch = new Batch();
        for (EventDraft draft : drafts) {
            switch (validator.check(draft, nowMicros)) {
                case Checked.Valid valid -> batch.add(valid.entry());
                case Checked.Invalid invalid -> batch.addInvalid(invalid.violations());
            }
        }
        if (batch.isRejected()) {
            // Nothing will be stored; but whoever repairs the batch should not have to come back for the next mistake.
            batch.refuseConflicts(id -> ledger.event(id).map(StoredEvent::event));
            return reject(drafts, batch);
        }
        return store(drafts, batch, nowMicros);
    }

    /** Takes an event out of the set, as if it had never arrived. */
    public DeleteOutcome delete(EventId id) {
        if (ledger.delete(id)) {
            return DeleteOutcome.DELETED;
        }
        boolean isDetected = id.isOfDetectedDeploy() && ledger.event(id).isPresent();
        return isDetected ? DeleteOutcome.DETECTED : DeleteOutcome.NOT_FOUND;
    }

    private BatchOutcome store(List<EventDraft> drafts, Batch batch, long nowMicros) {
        return switch (ledger.appendAll(batch.distinct(), nowMicros)) {
            case AppendResult.NoneAppended none -> {
                none.refusals().forEach(batch::refuse);
                yield reject(drafts, batch);
            }
            case AppendResult.Appended appended -> {
                List<CaptureOutcome> outcomes = batch.outcomes(appended.receipts());
                tell(drafts, outcomes);
                int duplicates = (int) outcomes.stream()
                        .filter(outcome -> outcome instanceof CaptureOutcome.Duplicate)
                        .count();
                yield new BatchOutcome.Accepted(
                        outcomes.stream().map(Batch::storedEvent).toList(), duplicates);
            }
        };
    }

    /** The events of a rejected batch that nothing is wrong with were not stored either, and count as nothing. */
    private BatchOutcome reject(List<EventDraft> drafts, Batch batch) {
        batch.rejections()
                .forEach((index, rejection) ->
                        listener.captured(drafts.get(index).type(), new CaptureOutcome.Rejected(rejection)));
        return batch.rejected();
    }

    private void tell(List<EventDraft> drafts, List<CaptureOutcome> outcomes) {
        for (int i = 0; i < drafts.size(); i++) {
            listener.captured(drafts.get(i).type(), outcomes.get(i));
        }
    }
}
