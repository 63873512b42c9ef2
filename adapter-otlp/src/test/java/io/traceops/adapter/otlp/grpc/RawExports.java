package io.traceops.adapter.otlp.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.intake.Signal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
        return send(doors.channel(), CallOptions.DEFAULT, signal, exports);
    }

    /** How a call ends that names its export packed, and sends it as it is. */
    static Status sendFalselyPacked(RunningDoors doors, Signal signal, byte[] export) {
        CompressorRegistry compressors = CompressorRegistry.newEmptyInstance();
        compressors.register(new Compressor() {
            @Override
            public String getMessageEncoding() {
                return "gzip";
            }

            @Override
            public OutputStream compress(OutputStream packed) {
                return packed;
            }
        });
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        RunningDoors.HOST, doors.grpcDoor().port())
                .usePlaintext()
                .compressorRegistry(compressors)
                .build();
        try {
            return send(channel, CallOptions.DEFAULT.withCompression("gzip"), signal, export);
        } finally {
            channel.shutdownNow();
        }
    }

    /** How a call ends that is opened, and no more is said. It fails if the call never ends. */
    static Status sendNothing(RunningDoors doors, Signal signal) {
        CompletableFuture<Status> end = new CompletableFuture<>();
        begin(doors.channel(), CallOptions.DEFAULT, signal, end);
        return end.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Status send(Channel channel, CallOptions options, Signal signal, byte[]... exports) {
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<byte[], byte[]> call = begin(channel, options, signal, end);
        for (byte[] export : exports) {
            call.sendMessage(export);
        }
        call.halfClose();
        return end.join();
    }

    private static ClientCall<byte[], byte[]> begin(
            Channel channel, CallOptions options, Signal signal, CompletableFuture<Status> end) {
        MethodDescriptor<?, ?> method = switch (signal) {
            case TRACES -> TraceServiceGrpc.getExportMethod();
            case LOGS -> LogsServiceGrpc.getExportMethod();
            case METRICS -> MetricsServiceGrpc.getExportMethod();
        };
        ClientCall<byte[], byte[]> call = channel.newCall(
                method.toBuilder(BYTES, BYTES)
                        .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                        .build(),
                options);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                new Metadata());
        call.request(2);
        return call;
    }
}
