package io.traceops.adapter.grpc;

import io.grpc.BindableService;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.traceops.application.capture.Admission;
import io.traceops.grpc.GrpcServer;
import io.traceops.grpc.TimelyCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The gRPC door: serves {@code traceops.v1} with reflection and health, from {@link #start} to {@link #stop}. Calls run on
 * virtual threads.
 *
 * <p>Thread-safe.
 */
public final class GrpcDoor implements AutoCloseable {
    private static final Duration GRACE_DEFAULT = Duration.ofSeconds(10);

    private final OpenStreams openStreams = new OpenStreams();
    private final TimelyCalls timelyCalls;
    private final GrpcServer server;

    /** Builds the door; it opens with {@link #start}. */
    public GrpcDoor(GrpcUseCases useCases, GrpcSettings settings, GrpcMetrics metrics) {
        this(
                GrpcServer.listeningAt(settings.host(), settings.port(), settings.callLimits()),
                useCases,
                settings,
                metrics);
    }

    /** For a transport that the builder names. */
    GrpcDoor(ServerBuilder<?> builder, GrpcUseCases useCases, GrpcSettings settings, GrpcMetrics metrics) {
        timelyCalls = new TimelyCalls(settings.callLimits(), Problems::tooSlow);
        builder.maxInboundMessageSize(settings.messageBytesMax());
        server = new GrpcServer(
                "grpc",
                builder,
                timelyCalls,
                List.of(
                        guarded(new EventEndpoint(useCases, settings, openStreams), useCases.admission(), metrics),
                        guarded(new IssueEndpoint(useCases, settings, openStreams), useCases.admission(), metrics)));
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
     * Closes the door: takes no more calls, ends streams after what they are at, lets other calls finish, and cuts off
     * what is left when the time is up. Stopping twice stops once.
     *
     * @param graceMax how long to wait for calls to finish, 0 or more
     */
    public void stop(Duration graceMax) {
        server.stop(graceMax, openStreams::stopAll);
    }

    /** Stops with a grace of 10 s. */
    @Override
    public void close() {
        stop(GRACE_DEFAULT);
    }

    /** The first interceptor is the outermost. */
    private ServerServiceDefinition guarded(BindableService endpoint, Admission admission, GrpcMetrics metrics) {
        return ServerInterceptors.interceptForward(
                CheckedMessages.of(endpoint.bindService()),
                new RequestIds(),
                new MeteredCalls(metrics),
                new GuardedCalls(),
                new AdmissionGate(admission),
                timelyCalls);
    }
}
