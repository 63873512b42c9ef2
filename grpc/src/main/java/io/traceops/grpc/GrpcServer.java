package io.traceops.grpc;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Serves what it is given, with health and reflection, from {@link #start} to {@link #stop}.
 *
 * <p>Calls run on virtual threads, one for each burst of a call's messages. A call may wait for the service that it writes
 * to; on a pool of fixed size, calls that wait for one busy service would keep those of all others out. Nothing pins:
 * since JDK 24 a virtual thread gives its carrier back while it waits for a monitor too.
 *
 * <p>Thread-safe.
 */
public final class GrpcServer {
    /** How long calls that are cut off may take to notice. */
    private static final Duration CUT_OFF_MAX = Duration.ofSeconds(1);

    private final CountedCalls calls = new CountedCalls();
    private final HealthStatusManager health = new HealthStatusManager();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService executor;
    private final TimelyCalls timelyCalls;
    private final List<ServerServiceDefinition> services;
    private final Server server;

    /**
     * Builds the server; it opens with {@link #start}.
     *
     * @param name how the names of its threads begin
     * @param builder what it is made of, but for services and threads; see {@link #listeningAt}
     * @param timelyCalls stands before those of its calls that are not to take too long to arrive
     */
    public GrpcServer(
            String name, ServerBuilder<?> builder, TimelyCalls timelyCalls, List<ServerServiceDefinition> services) {
        this.executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-call-", 0).factory());
        this.timelyCalls = timelyCalls;
        this.services = List.copyOf(services);
        builder.executor(executor)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance());
        services.forEach(service -> builder.addService(ServerInterceptors.interceptForward(service, calls)));
        this.server = builder.build();
    }

    /** The beginning of a server that listens at an address and keeps the limits. */
    public static ServerBuilder<?> listeningAt(String host, int port, CallLimits limits) {
        return NettyServerBuilder.forAddress(new InetSocketAddress(host, port))
                .maxConcurrentCallsPerConnection(limits.callsPerConnectionMax())
                .keepAliveTime(limits.keepAliveTime().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(limits.keepAliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveTime(limits.clientPingIntervalMin().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConnectionIdle(limits.connectionIdleMax().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Opens the server. Once.
     *
     * @throws IOException if the address is taken or not ours
     */
    public void start() throws IOException {
        server.start();
        timelyCalls.start();
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.SERVING);
        services.forEach(
                service -> health.setStatus(service.getServiceDescriptor().getName(), ServingStatus.SERVING));
    }

    /** The port that it listens at; a free one was chosen if 0 was asked for. Only while it is open. */
    public int port() {
        return server.getPort();
    }

    /**
     * Takes no more calls, lets those under way finish, and cuts off what is left when the time is up. Stopping twice stops
     * once.
     *
     * @param graceMax how long to wait for calls to finish, 0 or more
     * @param endStreams ends, or lets end, the calls that only end when their clients wish
     */
    public void stop(Duration graceMax, Runnable endStreams) {
        if (stopping.compareAndSet(false, true)) {
            health.enterTerminalState();
        }
        server.shutdown();
        endStreams.run();
        try {
            calls.awaitNone(graceMax);
            server.shutdownNow();
            server.awaitTermination(CUT_OFF_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
        timelyCalls.close();
    }
}
