package io.traceops.adapter.otlp.failure;

import io.traceops.application.capture.EventDraft;

/** Takes what records turned out to tell: any number of failures. */
@FunctionalInterface
public interface FailureSink {
    /** Whether to go on and make an event of a failure that was found; if not, the sink has noted that there was one. */
    default boolean wants(WireItem item) {
        return true;
    }

    void failure(WireItem item, EventDraft draft);
}
