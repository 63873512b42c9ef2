package io.traceops.application.capture;

import io.traceops.application.port.StoredEvent;
import java.util.List;

/** What became of a batch. */
public sealed interface BatchOutcome {
    /**
     * Every event is stored.
     *
     * @param events one for each event of the batch, in its order
     * @param duplicates how many of them were stored before
     */
    record Accepted(List<StoredEvent> events, int duplicates) implements BatchOutcome {}

    /**
     * No event is stored.
     *
     * @param rejections the events to blame, in the order of the batch, at most {@value #REJECTIONS_MAX}
     * @param rejectedCount how many there are
     */
    record Rejected(List<Indexed> rejections, int rejectedCount) implements BatchOutcome {}

    /** The size of the batch itself is out of bounds. */
    record InvalidSize(Violation violation) implements BatchOutcome {}

    /** The rejection of the event at an index, counted from 0. */
    record Indexed(int index, Rejection rejection) {}

    /** The most rejections that an answer lists. */
    int REJECTIONS_MAX = 100;
}
