package io.traceops.adapter.otlp.failure;

import io.traceops.application.capture.EventDraft;

/** Takes what a record turned out to tell: any number of failures. */
public interface FailureSink {
    void failure(WireItem item, EventDraft draft);
}
