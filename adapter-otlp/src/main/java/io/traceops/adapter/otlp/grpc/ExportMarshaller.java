package io.traceops.adapter.otlp.grpc;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes the bytes of an export out of the hands of gRPC, as many as there is room for. Thread-safe. */
final class ExportMarshaller implements Marshaller<RawExport> {
    private static final int BUFFER_BYTES = 64 << 10;

    private final BodyBudget budget;

    ExportMarshaller(BodyBudget budget) {
        this.budget = budget;
    }

    @Override
    public RawExport parse(InputStream stream) {
        Collecting collecting = new Collecting();
        boolean isReceived = false;
        try {
            RawExport export = collecting.read(stream);
            isReceived = export instanceof RawExport.Received;
            return export;
        } catch (StatusRuntimeException refusal) {
            // gRPC's own: the message is too large once decompressed.
            boolean isTooLarge = refusal.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED;
            return new RawExport.Refused(isTooLarge ? refusal : broken(), true);
        } catch (IOException | RuntimeException _) {
            return new RawExport.Refused(broken(), true);
        } finally {
            if (!isReceived) {
                collecting.share.close();
            }
        }
    }

    @Override
    public InputStream stream(RawExport export) {
        return switch (export) {
            case RawExport.Received received -> {
                Slice bytes = received.bytes();
                yield new ByteArrayInputStream(bytes.array(), bytes.from(), bytes.length());
            }
            case RawExport.Refused refused -> throw refused.answer();
        };
    }

    private static StatusRuntimeException broken() {
        return Problems.malformed("the export cannot be decompressed");
    }

    /** Reads one export, in an array that grows as it must, and takes room before each growth. */
    private final class Collecting {
        private final BodyBudget.Share share = budget.open();
        private byte[] bytes = {};

        RawExport read(InputStream stream) throws IOException {
            if (!grow(stream instanceof KnownLength ? stream.available() + 1 : BUFFER_BYTES)) {
                return full();
            }
            int length = 0;
            for (int read = stream.read(bytes, 0, bytes.length); read >= 0; ) {
                length += read;
                if (length == bytes.length && !grow(2L * length)) {
                    return full();
                }
                read = stream.read(bytes, length, bytes.length - length);
            }
            return new RawExport.Received(Slice.of(bytes, length), share);
        }

        private boolean grow(long size) {
            if (!share.grow(size - bytes.length)) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, Math.toIntExact(size));
            return true;
        }

        private RawExport full() {
            return new RawExport.Refused(Problems.overloaded(Admission.RETRY_AFTER), false);
        }
    }
}
