package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.domain.event.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The ids of events that come from telemetry, which has none of its own. They are derived from what is said, so that what
 * is sent again is recognised.
 */
final class FailureId {
    /** Of what this begins with, two reports under one id may differ: the richer one stays. */
    private static final String PREFIX = "otel:";

    private static final int BYTES = 16;

    private final MessageDigest digest = Sha256.fresh();

    private FailureId() {}

    /**
     * The id of an exception that was raised within a span. SDKs tell of it twice, in the span and in a log record, and
     * both reports get this id. The class counts without regard to how nesting is spelled.
     */
    private static String ofRaised(String service, TraceContext context, Raised raised) {
        return new FailureId()
                .add("raised")
                .add(service)
                .add(context.traceId())
                .add(context.spanId())
                .add(raised.type().replace('$', '.'))
                .add(raised.value())
                .value();
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
        return new FailureId()
                .add("record")
                .add(service)
                .add(context.traceId())
                .add(context.spanId())
                .add(telemetryRecord)
                .value();
    }

    private FailureId add(String part) {
        return add(Slice.of(part.getBytes(StandardCharsets.UTF_8)));
    }

    private FailureId add(Slice part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length()));
        digest.update(part.array(), part.from(), part.length());
        return this;
    }

    private String value() {
        return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
