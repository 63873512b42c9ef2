package io.traceops.adapter.otlp.grpc;

import io.grpc.BindableService;
import io.grpc.DecompressorRegistry;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.grpc.Bounds;
import io.traceops.grpc.GrpcServer;
import io.traceops.grpc.TimelyCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Takes OTLP over gRPC, with reflection and health, from {@link #start} to {@link #stop}. Exports run on virtual threads.
 *
 * <p>Thread-safe.
 */
public final class OtlpGrpcDoor implements AutoCloseable {
    private static final Duration GRACE_DEFAULT = Duration.ofSeconds(10);

    private final GrpcServer server;

    /**
     * Builds the door; it opens with {@link #start}.
     *
     * @param admission decides who comes in; shared with the other doors
     * @param budget bounds what all exports take in memory, shared with the other doors; at least twice the largest export,
     *     since one is copied once as it grows
     */
    public OtlpGrpcDoor(ExportIntake intake, Admission admission, BodyBudget budget, OtlpGrpcSettings settings) {
        Bounds.requireAtLeast("bytes in memory", budget.bytesMax(), 2L * settings.exportBytesMax());
        TimelyCalls timelyCalls = new TimelyCalls(settings.callLimits(), Problems::tooSlow);
        ExportCalls exports = new ExportCalls(intake, admission, timelyCalls, budget);
        ServerBuilder<?> builder = GrpcServer.listeningAt(settings.host(), settings.port(), settings.callLimits())
                .decompressorRegistry(DecompressorRegistry.getDefaultInstance().with(new LazyGzip(), true))
                .maxInboundMessageSize(settings.exportBytesMax())
                .maxInboundMetadataSize(settings.headerBytesMax());
        server = new GrpcServer("otlp", builder, timelyCalls, services(exports));
    }

    private static List<ServerServiceDefinition> services(ExportCalls exports) {
        BindableService traces = new TraceServiceGrpc.TraceServiceImplBase() {};
        BindableService logs = new LogsServiceGrpc.LogsServiceImplBase() {};
        BindableService metrics = new MetricsServiceGrpc.MetricsServiceImplBase() {};
        return List.of(
                exports.serving(traces.bindService(), Signal.TRACES),
                exports.serving(logs.bindService(), Signal.LOGS),
                exports.serving(metrics.bindService(), Signal.METRICS));
    }

    /**
     * Opens the door.
     *
     * @throws IOException if the address is taken or not ours
     */
    public void start() throws IOException {
        server.start();
    }

    /** The port that the door listens at; a free one was chosen if the settings say 0. Only while it is open. */
    public int port() {
        return server.port();
    }

    /**
     * Closes the door: takes no more calls, lets exports finish, and cuts off what is left when the time is up. Stopping
     * twice stops once.
     *
     * @param graceMax how long to wait for exports to finish, 0 or more
     */
    public void stop(Duration graceMax) {
        server.stop(graceMax, () -> {});
    }

    /** Stops with a grace of 10 s. */
    @Override
    public void close() {
        stop(GRACE_DEFAULT);
    }
}
