package io.traceops.application.capture;

import io.traceops.application.port.StoredEvent;

/** What became of one event. */
public sealed interface CaptureOutcome {
    /** It is stored. */
    record Accepted(StoredEvent event) implements CaptureOutcome {}

    /** It was stored before, with equal content; it counts once. */
    record Duplicate(StoredEvent event) implements CaptureOutcome {}

    /** It is not stored. */
    record Rejected(Rejection rejection) implements CaptureOutcome {}
}
