package io.traceops.adapter.otlp.intake;

import io.traceops.domain.event.Text;

/** How many records were rejected, and why the first of them was. Not thread-safe. */
final class Tally {
    private static final int WHY_LENGTH_MAX = 300;

    private long rejectedRecords;
    private long lastRejected = -1;
    private String firstReason = "";

    /** Records are told of in their order; one may be told of several times, and counts once. */
    void reject(long recordNumber, String reason) {
        if (recordNumber == lastRejected) {
            return;
        }
        lastRejected = recordNumber;
        rejectedRecords++;
        if (firstReason.isEmpty()) {
            firstReason = reason;
        }
    }

    Taken taken(Signal signal) {
        return rejectedRecords == 0
                ? Taken.whole(signal)
                : new Taken(
                        signal,
                        rejectedRecords,
                        Text.cut(rejectedRecords + " not stored; the first because " + firstReason, WHY_LENGTH_MAX));
    }
}
