package io.traceops.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.traceops.adapter.grpc.GrpcDoor;
import io.traceops.application.capture.EventIdSource;
import io.traceops.bootstrap.settings.EngineSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: an engine and its two doors. Stopping it lets nobody new in, lets those inside finish for a bounded
 * time, and then closes the doors. Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final EngineSettings settings;
    private final Engine engine;
    private final InetAddress address;
    private final GrpcDoor grpcDoor;
    private final ApplicationContext httpContext;
    private final EmbeddedServer httpDoor;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Server(EngineSettings settings, Engine engine, InetAddress address) {
        this.settings = settings;
        this.engine = engine;
        this.address = address;
        this.grpcDoor = openGrpc(settings, engine, address);
        this.httpContext = Wiring.httpDoor(settings, engine);
        this.httpDoor = openHttp();
    }

    /**
     * Starts a server and opens its doors.
     *
     * @throws UserMistake if it cannot listen where it should
     */
    static Server start(EngineSettings settings) {
        return start(settings, Wiring::store);
    }

    /**
     * Starts a server over a store of the caller's, such as one that is being measured.
     *
     * @throws UserMistake if it cannot listen where it should
     */
    public static Server start(EngineSettings settings, StoreSource stores) {
        return start(settings, stores, InstantSource.system(), Wiring::nextEventId);
    }

    /** Starts a server that takes the time and the ids of events from elsewhere. */
    static Server start(EngineSettings settings, InstantSource clock, EventIdSource ids) {
        return start(settings, Wiring::store, clock, ids);
    }

    private static Server start(EngineSettings settings, StoreSource stores, InstantSource clock, EventIdSource ids) {
        Engine engine = Wiring.engine(settings, stores, clock, ids);
        return new Server(settings, engine, Addresses.resolve(settings.host()));
    }

    int httpPort() {
        return httpDoor.getPort();
    }

    int grpcPort() {
        return grpcDoor.port();
    }

    /** Where this machine reaches the HTTP door. */
    String url() {
        return Addresses.url(address, httpPort());
    }

    /** Says in the log where the server listens, what it keeps, and where to look. */
    public void announce() {
        LOG.info(
                "TraceOps {} listens at {} (REST) and {}:{} (gRPC)",
                Version.current(),
                url(),
                address.getHostAddress(),
                grpcPort());
        if (!address.isLoopbackAddress()) {
            LOG.warn(
                    "There is no authentication: whoever reaches {} can read, add and delete events",
                    address.getHostAddress());
        }
        Capacity.of(settings.limits()).announce();
        LOG.info("Look at {}/issues/needs-attention, {}/services, {}/openapi.yml", url(), url(), url());
    }

    /** Stops the server when the process is asked to end, and ends the process with 0. */
    void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            close();
            // Java would end with 128 plus the number of the signal, as if it had been killed.
            Runtime.getRuntime().halt(0);
        }));
    }

    /** From now on the doors let nobody new in; who is inside goes on. */
    void refuseNew() {
        engine.admission().stop();
    }

    /** Waits until the server has stopped. */
    public void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server; if another thread is stopping it already, waits for that. */
    @Override
    public void close() {
        if (stopping.compareAndSet(false, true)) {
            stop();
            stopped.countDown();
        } else {
            awaitStop();
        }
    }

    private void stop() {
        LOG.info(
                "Stopping: {} requests inside, at most {} s for them",
                engine.admission().inFlight(),
                settings.shutdownGrace().toSeconds());
        long startNanos = System.nanoTime();
        refuseNew();
        grpcDoor.stop(settings.shutdownGrace());
        Duration graceLeft = settings.shutdownGrace().minusNanos(System.nanoTime() - startNanos);
        try {
            if (!engine.admission().awaitEmpty(graceLeft.isNegative() ? Duration.ZERO : graceLeft)) {
                LOG.warn(
                        "Cut off {} requests that were still inside",
                        engine.admission().inFlight());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        httpContext.close();
        LOG.info("Stopped");
    }

    private static GrpcDoor openGrpc(EngineSettings settings, Engine engine, InetAddress address) {
        GrpcDoor door = Wiring.grpcDoor(settings, engine);
        try {
            door.start();
            return door;
        } catch (IOException e) {
            door.stop(Duration.ZERO);
            throw Addresses.whyNotListening(e, address, settings.grpcPort(), "--grpc-port")
                    .orElseGet(() -> new UserMistake("gRPC cannot listen: " + e.getMessage()));
        }
    }

    private EmbeddedServer openHttp() {
        try {
            return httpContext.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            httpContext.close();
            grpcDoor.stop(Duration.ZERO);
            throw Addresses.whyNotListening(e, address, settings.httpPort(), "--http-port")
                    .<RuntimeException>map(mistake -> mistake)
                    .orElse(e);
        }
    }
}
