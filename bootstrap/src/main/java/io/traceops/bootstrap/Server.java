package io.traceops.bootstrap;

import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.application.capture.EventIdSource;
import io.traceops.bootstrap.settings.EngineSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: an engine and its doors. Stopping it lets nobody new in, lets those inside finish for a bounded
 * time, and then closes the doors. Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final EngineSettings settings;
    private final Engine engine;
    private final InetAddress address;
    private final Optional<SentrySettings> sentry;
    private final Doors doors;

    /** Where clients of other tools send to; nothing while the doors are being opened. */
    private final AtomicReference<Map<String, String>> clients = new AtomicReference<>(Map.of());

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Server(EngineSettings settings, Engine engine, InetAddress address) {
        this.settings = settings;
        this.engine = engine;
        this.address = address;
        this.sentry = Wiring.sentry(settings, engine, address);
        this.doors = Doors.open(settings, engine, sentry, address, clients::get);
        clients.set(Clients.of(address, sentry, doors.httpPort(), doors.otlpGrpcPort(), doors.otlpHttpPort()));
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
        Carriers.provide();
        Engine engine = Wiring.engine(settings, stores, clock, ids);
        return new Server(settings, engine, Addresses.resolve(settings.host()));
    }

    /** The port of REST; there must be one. */
    int httpPort() {
        return doors.httpPort().orElseThrow();
    }

    /** The port of gRPC; there must be one. */
    int grpcPort() {
        return doors.grpcPort().orElseThrow();
    }

    /** The port of OpenTelemetry over gRPC; there must be one. */
    int otlpGrpcPort() {
        return doors.otlpGrpcPort().orElseThrow();
    }

    /** The port of OpenTelemetry over HTTP; there must be one. */
    int otlpHttpPort() {
        return doors.otlpHttpPort().orElseThrow();
    }

    /** Where this machine reaches the HTTP door, which must be open. */
    String url() {
        return Addresses.url(address, httpPort());
    }

    /** Says in the log where the server listens, what it keeps, and where to look. */
    public void announce() {
        LOG.info("TraceOps {} listens at {}", Version.current(), doors.places(address));
        if (!address.isLoopbackAddress()) {
            LOG.warn(
                    "There is no authentication: whoever reaches {} can read, add and delete events",
                    address.getHostAddress());
        }
        Optional.ofNullable(clients.get().get(Clients.SENTRY_DSN))
                .ifPresent(dsn -> LOG.info("DSN for the SDKs of Sentry: {}", dsn));
        if (sentry.filter(SentrySettings::isShut).isPresent()) {
            LOG.warn("SDKs of Sentry are turned away, for no keys are known: --sentry-keys names them");
        }
        if (sentry.filter(SentrySettings::isShutToCli).isPresent()) {
            LOG.warn("sentry-cli is turned away, for no tokens are known: --sentry-tokens names them");
        }
        Capacity.of(settings.limits()).announce();
        if (doors.httpPort().isPresent()) {
            LOG.info("Look at {}/issues/needs-attention, {}/services, {}/openapi.yml", url(), url(), url());
        }
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
        doors.stopGrpc(settings.shutdownGrace());
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
        doors.close();
        LOG.info("Stopped");
    }
}
