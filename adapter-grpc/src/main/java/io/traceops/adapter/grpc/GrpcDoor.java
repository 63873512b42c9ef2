package io.traceops.adapter.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.traceops.application.capture.Admission;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.IssueServiceGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The gRPC door: serves {@code traceops.v1} with reflection and health, from {@link #start} to {@link #stop}.
 *
 * <p>Calls run on virtual threads, one for each burst of a call's messages. A call may wait for the service that it writes
 * to; on a pool of fixed size, calls that wait for one busy service would keep those of all others out. Nothing pins:
 * since JDK 24 a virtual thread gives its carrier back while it waits for a monitor too.
 *
 * <p>Thread-safe.
 */
public final class GrpcDoor implements AutoCloseable {
    private static final Duration GRACE_DEFAULT = Duration.ofSeconds(10);

    /** How long calls that are cut off may take to notice. */
    private static final Duration CUT_OFF_MAX = Duration.ofSeconds(1);

    private final OpenStreams openStreams = new OpenStreams();
    private final CountedCalls calls = new CountedCalls();
    private final HealthStatusManager health = new HealthStatusManager();
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grpc-call-", 0).factory());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Server server;

    /** Builds the door; it opens with {@link #start}. */
    public GrpcDoor(GrpcUseCases useCases, GrpcSettings settings, GrpcMetrics metrics) {
        this(
                NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
                        .maxConcurrentCallsPerConnection(settings.callsPerConnectionMax())
                        .keepAliveTime(settings.keepAliveTime().toNanos(), TimeUnit.NANOSECONDS)
                        .keepAliveTimeout(settings.keepAliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
                        .permitKeepAliveTime(settings.clientPingIntervalMin().toNanos(), TimeUnit.NANOSECONDS)
                        .permitKeepAliveWithoutCalls(true)
                        .maxConnectionIdle(settings.connectionIdleMax().toNanos(), TimeUnit.NANOSECONDS),
                useCases,
                settings,
                metrics);
    }

    /** For a transport that the builder names. */
    GrpcDoor(ServerBuilder<?> builder, GrpcUseCases useCases, GrpcSettings settings, GrpcMetrics metrics) {
        builder.executor(executor)
                .maxInboundMessageSize(settings.messageBytesMax())
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance());
        List.of(new EventEndpoint(useCases, settings, openStreams), new IssueEndpoint(useCases, settings, openStreams))
                .forEach(endpoint -> builder.addService(guarded(endpoint, useCases.admission(), metrics)));
        server = builder.build();
    }

    /**
     * Opens the door.
     *
     * @throws IOException if the address is taken or not ours
     */
    public void start() throws IOException {
        server.start();
        setHealth(ServingStatus.SERVING);
    }

    /** The port that the door listens at; a free one was chosen if the settings say 0. Only while it is open. */
    public int port() {
        return server.getPort();
    }

    /**
     * Closes the door: takes no more calls, ends streams after what they are at, lets other calls finish, and cuts off
     * what is left when the time is up. Stopping twice stops once.
     *
     * @param graceMax how long to wait for calls to finish, 0 or more
     */
    public void stop(Duration graceMax) {
        if (stopping.compareAndSet(false, true)) {
            health.enterTerminalState();
        }
        server.shutdown();
        openStreams.stopAll();
        try {
            calls.awaitNone(graceMax);
            server.shutdownNow();
            server.awaitTermination(CUT_OFF_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }

    /** Stops with a grace of 10 s. */
    @Override
    public void close() {
        stop(GRACE_DEFAULT);
    }

    private void setHealth(ServingStatus status) {
        List.of(
                        HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
                        EventServiceGrpc.SERVICE_NAME,
                        IssueServiceGrpc.SERVICE_NAME)
                .forEach(service -> health.setStatus(service, status));
    }

    /** The first interceptor is the outermost. */
    private ServerServiceDefinition guarded(BindableService endpoint, Admission admission, GrpcMetrics metrics) {
        return ServerInterceptors.interceptForward(
                CheckedMessages.of(endpoint.bindService()),
                calls,
                new RequestIds(),
                new MeteredCalls(metrics),
                new GuardedCalls(),
                new AdmissionGate(admission));
    }
}
