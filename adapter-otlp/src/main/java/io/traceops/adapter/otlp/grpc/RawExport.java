package io.traceops.adapter.otlp.grpc;

import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.application.capture.BodyBudget;

/** What came in for an export: its bytes as they are, for gRPC itself would unpack all of it. */
sealed interface RawExport {
    /**
     * It is in memory.
     *
     * @param share what it takes of the room for all bodies, to be given back
     */
    record Received(Slice bytes, BodyBudget.Share share) implements RawExport {}

    /** It is not: it cannot be decompressed, is too large, or there is no room. */
    record Refused(StatusRuntimeException answer, boolean isFinal) implements RawExport {}
}
