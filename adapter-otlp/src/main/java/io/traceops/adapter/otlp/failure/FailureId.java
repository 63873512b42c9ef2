package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.PartDigest;

/**
 * The ids of events that come from telemetry, which has none of its own. They are derived from what is said, so that what
 * is sent again is recognised. Two reports under one such id may differ: the richer one stays.
 */
final class FailureId {
    private FailureId() {}

    /**
     * The id of an exception that was raised within a span. SDKs tell of it twice, in the span and in a log record, and
     * both reports get this id. The class counts without regard to how nesting is spelled.
     */
    private static String ofRaised(String service, TraceContext context, Raised raised) {
        return EventId.REPORT_PREFIX
                + begin("raised", service, context)
                        .add(raised.type().replace('$', '.'))
                        .add(raised.value())
                        .endAsId();
    }

    /** The id of an exception: of what it is if its span is known and it says so, else of the whole record. */
    static String of(String service, TraceContext context, Raised raised, Slice telemetryRecord) {
        boolean isTold = !raised.type().isEmpty() || !raised.value().isEmpty();
        return context.isComplete() && isTold
                ? ofRaised(service, context, raised)
                : ofRecord(service, context, telemetryRecord);
    }

    /** The id of what a record tells that nothing else tells too: of the whole of it. */
    static String ofRecord(String service, TraceContext context, Slice telemetryRecord) {
        return EventId.REPORT_PREFIX
                + begin("record", service, context)
                        .add(telemetryRecord.array(), telemetryRecord.from(), telemetryRecord.length())
                        .endAsId();
    }

    private static PartDigest begin(String kind, String service, TraceContext context) {
        return PartDigest.empty().add(kind).add(service).add(context.traceId()).add(context.spanId());
    }
}
