package io.traceops.adapter.otlp.grpc;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.wire.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What came in for an export: its bytes as they are, for gRPC itself would unpack all of it. */
sealed interface RawExport {
    record Received(Slice bytes) implements RawExport {}

    /** It could not even be decompressed, or is too large. */
    record Refused(StatusRuntimeException answer) implements RawExport {}

    Marshaller<RawExport> MARSHALLER = new Marshaller<>() {
        @Override
        public RawExport parse(InputStream stream) {
            try {
                return new Received(Slice.of(read(stream)));
            } catch (StatusRuntimeException refusal) {
                // gRPC's own: the message is too large once decompressed.
                return new Refused(
                        refusal.getStatus().getCode() == Status.Code.INTERNAL
                                ? Problems.malformed("the export cannot be decompressed")
                                : refusal);
            } catch (IOException | RuntimeException _) {
                return new Refused(Problems.malformed("the export cannot be decompressed"));
            }
        }

        @Override
        public InputStream stream(RawExport export) {
            return switch (export) {
                case Received received ->
                    new ByteArrayInputStream(
                            received.bytes().array(),
                            received.bytes().from(),
                            received.bytes().length());
                case Refused refused -> throw refused.answer();
            };
        }

        // In one array of the right size, where the size is known: a copy of the largest exports would double them.
        private static byte[] read(InputStream stream) throws IOException {
            return stream instanceof KnownLength ? stream.readNBytes(stream.available()) : stream.readAllBytes();
        }
    };
}
