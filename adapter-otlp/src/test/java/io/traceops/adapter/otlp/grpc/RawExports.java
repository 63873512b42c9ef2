package io.traceops.adapter.otlp.grpc;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.intake.Signal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Exports of any bytes, and any number of them in one call. */
public final class RawExports {
    private static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private RawExports() {}

    /** How a call ends that sends these exports. */
    public static Status send(RunningDoors doors, Signal signal, byte[]... exports) {
        MethodDescriptor<?, ?> method = switch (signal) {
            case TRACES -> TraceServiceGrpc.getExportMethod();
            case LOGS -> LogsServiceGrpc.getExportMethod();
            case METRICS -> MetricsServiceGrpc.getExportMethod();
        };
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<byte[], byte[]> call = doors.channel().newCall(
                method.toBuilder(BYTES, BYTES).setType(MethodDescriptor.MethodType.BIDI_STREAMING).build(), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                new Metadata());
        call.request(2);
        for (byte[] export : exports) {
            call.sendMessage(export);
        }
        call.halfClose();
        return end.join();
    }
}
