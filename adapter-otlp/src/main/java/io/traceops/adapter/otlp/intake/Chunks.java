package io.traceops.adapter.otlp.intake;

import io.traceops.adapter.otlp.failure.FailureSink;
import io.traceops.adapter.otlp.failure.WireItem;
import io.traceops.adapter.otlp.intake.WireCounters.Fate;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import java.util.ArrayList;
import java.util.List;

/** Gathers the failures of one export and captures them, so many at a time. Not thread-safe. */
final class Chunks implements FailureSink {
    /** The most events that are held at once: each may have 64 KiB of metadata. */
    static final int EVENTS_MAX = 512;

    /**
     * The most failures that one export may tell of. SDKs send 512 records at a time and collectors some thousands; with
     * more than this, somebody tries how much work a request can make.
     */
    static final int FAILURES_MAX = 10_000;

    private final CaptureEvents captureEvents;
    private final WireCounters counters;
    private final WireItem harmless;
    private final Tally tally = new Tally();
    private final List<EventDraft> drafts = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private long recordNumber;
    private long harmlessRecords;
    private int failures;
    private boolean recordFailed = true;

    /** @param harmless what a record is that tells of no failure */
    Chunks(CaptureEvents captureEvents, WireCounters counters, WireItem harmless) {
        this.captureEvents = captureEvents;
        this.counters = counters;
        this.harmless = harmless;
    }

    /** Which record told of a failure, and how. */
    private record Told(WireItem item, long recordNumber) {}

    /** What is told from here on is told by another record. */
    void nextRecord() {
        if (!recordFailed) {
            harmlessRecords++;
        }
        recordNumber++;
        recordFailed = false;
    }

    @Override
    public boolean wants(WireItem item) {
        recordFailed = true;
        if (failures < FAILURES_MAX) {
            return true;
        }
        counters.count(item, Fate.REJECTED, 1);
        tally.reject(recordNumber, "an export may tell of " + FAILURES_MAX + " failures at most");
        return false;
    }

    @Override
    public void failure(WireItem item, EventDraft draft) {
        failures++;
        drafts.add(draft);
        told.add(new Told(item, recordNumber));
        if (drafts.size() == EVENTS_MAX) {
            capture();
        }
    }

    /** Captures what is left. */
    Tally end() {
        nextRecord();
        capture();
        counters.count(harmless, Fate.DROPPED, harmlessRecords);
        return tally;
    }

    private void capture() {
        if (drafts.isEmpty()) {
            return;
        }
        List<CaptureOutcome> outcomes = captureEvents.captureEach(drafts);
        for (int i = 0; i < outcomes.size(); i++) {
            Told teller = told.get(i);
            Fate fate = switch (outcomes.get(i)) {
                case CaptureOutcome.Accepted _ -> Fate.ACCEPTED;
                case CaptureOutcome.Duplicate _ -> Fate.DUPLICATE;
                case CaptureOutcome.Rejected rejected -> {
                    tally.reject(teller.recordNumber(), Reasons.of(rejected.rejection()));
                    yield Fate.REJECTED;
                }
            };
            counters.count(teller.item(), fate, 1);
        }
        drafts.clear();
        told.clear();
    }
}
