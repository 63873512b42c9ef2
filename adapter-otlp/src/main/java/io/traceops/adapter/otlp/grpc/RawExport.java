package io.traceops.adapter.otlp.grpc;

import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.wire.Slice;

/** What came in for an export: its bytes as they are, for gRPC itself would unpack all of it. */
sealed interface RawExport {
    /**
     * It is in memory.
     *
     * @param bytesTaken what it takes of the budget, to be given back
     */
    record Received(Slice bytes, long bytesTaken) implements RawExport {}

    /** It is not: it cannot be decompressed, is too large, or there is no room. */
    record Refused(StatusRuntimeException answer, boolean isFinal) implements RawExport {}
}
