package io.traceops.adapter.otlp.grpc;

import io.grpc.BindableService;
import io.grpc.DecompressorRegistry;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.application.capture.Admission;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes OTLP over gRPC, with reflection and health, from {@link #start} to {@link #stop}. Exports run on virtual threads.
 *
 * <p>Thread-safe.
 */
public final class OtlpGrpcDoor implements AutoCloseable {
    private static final Duration GRACE_DEFAULT = Duration.ofSeconds(10);

    /** How long calls that are cut off may take to notice. */
    private static final Duration CUT_OFF_MAX = Duration.ofSeconds(1);

    private final HealthStatusManager health = new HealthStatusManager();
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("otlp-call-", 0).factory());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExportCalls exports;
    private final Server server;

    /**
     * Builds the door; it opens with {@link #start}.
     *
     * @param admission decides who comes in; shared with the other doors
     */
    public OtlpGrpcDoor(ExportIntake intake, Admission admission, OtlpGrpcSettings settings) {
        exports = new ExportCalls(intake, admission, new ExportBudget(settings.exportBytesInFlightMax()));
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(settings.host(), settings.port()))
                .executor(executor)
                .decompressorRegistry(DecompressorRegistry.getDefaultInstance().with(new LazyGzip(), true))
                .maxInboundMessageSize(settings.exportBytesMax())
                .maxInboundMetadataSize(settings.headerBytesMax())
                .maxConcurrentCallsPerConnection(settings.callsPerConnectionMax())
                .keepAliveTime(settings.keepAliveTime().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(settings.keepAliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveTime(settings.clientPingIntervalMin().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConnectionIdle(settings.connectionIdleMax().toNanos(), TimeUnit.NANOSECONDS)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance());
        services().forEach(builder::addService);
        server = builder.build();
    }

    private List<ServerServiceDefinition> services() {
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
        List.of(
                        HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
                        TraceServiceGrpc.SERVICE_NAME,
                        LogsServiceGrpc.SERVICE_NAME,
                        MetricsServiceGrpc.SERVICE_NAME)
                .forEach(service -> health.setStatus(service, ServingStatus.SERVING));
    }

    /** The port that the door listens at; a free one was chosen if the settings say 0. Only while it is open. */
    public int port() {
        return server.getPort();
    }

    /**
     * Closes the door: takes no more calls, lets exports finish, and cuts off what is left when the time is up. Stopping
     * twice stops once.
     *
     * @param graceMax how long to wait for exports to finish, 0 or more
     */
    public void stop(Duration graceMax) {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        health.enterTerminalState();
        server.shutdown();
        try {
            exports.awaitNone(graceMax);
            server.shutdownNow();
            server.awaitTermination(CUT_OFF_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
        exports.close();
    }

    /** Stops with a grace of 10 s. */
    @Override
    public void close() {
        stop(GRACE_DEFAULT);
    }
}
