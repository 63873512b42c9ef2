package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Slice;
import java.util.HexFormat;

/**
 * Which span of which trace a record belongs to.
 *
 * @param traceId 32 digits of lower-case hex; empty if there is none
 * @param spanId 16 digits of lower-case hex; empty if there is none
 */
record TraceContext(String traceId, String spanId) {
    static final TraceContext NONE = new TraceContext("", "");

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    TraceContext withTrace(Slice id) {
        return new TraceContext(hex(id, TRACE_ID_BYTES), spanId);
    }

    TraceContext withSpan(Slice id) {
        return new TraceContext(traceId, hex(id, SPAN_ID_BYTES));
    }

    /** Whether it names one span. */
    boolean isComplete() {
        return !traceId.isEmpty() && !spanId.isEmpty();
    }

    /** An id of another length, or of zeros alone, is none. */
    private static String hex(Slice id, int length) {
        if (id.length() != length) {
            return "";
        }
        String hex = HexFormat.of().formatHex(id.array(), id.from(), id.from() + length);
        return hex.chars().allMatch(digit -> digit == '0') ? "" : hex;
    }
}
