package io.traceops.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.traceops.bootstrap.settings.Ports;
import io.traceops.http.door.ReservedPort;
import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The HTTP server, with one port for REST and the SDKs of Sentry and one for OpenTelemetry, of which one may be shut.
 * Thread-safe.
 */
final class HttpDoor implements AutoCloseable {
    private final ApplicationContext context;
    private final OptionalInt apiPort;
    private final OptionalInt otlpPort;

    private HttpDoor(ApplicationContext context, OptionalInt apiPort, OptionalInt otlpPort) {
        this.context = context;
        this.apiPort = apiPort;
        this.otlpPort = otlpPort;
    }

    /** What listens once it is opened. */
    record Prepared(ApplicationContext context, NettyEmbeddedServer server) implements AutoCloseable {
        /**
         * Opens the door. If it cannot be opened, what was prepared is still to be closed.
         *
         * @throws UserMistake if it cannot listen where it should
         */
        HttpDoor open(Ports ports, InetAddress address) {
            try {
                server.start();
                OptionalInt apiPort = bound(ports.http(), server, ports.otlpHttp());
                OptionalInt otlpPort = bound(ports.otlpHttp(), server, apiPort);
                otlpPort.ifPresent(context.getBean(ReservedPort.class)::listensAt);
                return new HttpDoor(context, apiPort, otlpPort);
            } catch (RuntimeException e) {
                throw whyNot(e, ports, address);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * Does all that can be done before it listens, which takes longest.
     *
     * @param context what the door is made of, not started yet
     */
    static Prepared prepare(ApplicationContext context) {
        try {
            return new Prepared(context, context.start().getBean(NettyEmbeddedServer.class));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Which port one was bound to that was asked for, where the other one is bound too. */
    private static OptionalInt bound(OptionalInt asked, NettyEmbeddedServer server, OptionalInt other) {
        if (asked.isEmpty() || asked.getAsInt() != 0) {
            return asked;
        }
        Set<Integer> bound = server.getBoundPorts();
        return bound.stream()
                .mapToInt(Integer::intValue)
                .filter(port -> other.isEmpty() || port != other.getAsInt())
                .findFirst();
    }

    private static RuntimeException whyNot(RuntimeException failure, Ports ports, InetAddress address) {
        boolean isOtlp =
                ports.http().isEmpty() || ports.otlpHttp().stream().anyMatch(port -> Addresses.names(failure, port));
        OptionalInt port = isOtlp ? ports.otlpHttp() : ports.http();
        return Addresses.whyNotListening(failure, address, port.orElse(0), isOtlp ? "--otlp-http-port" : "--http-port")
                .<RuntimeException>map(mistake -> mistake)
                .orElse(failure);
    }

    /** The port of REST and of the SDKs of Sentry; absent if it is shut. */
    OptionalInt apiPort() {
        return apiPort;
    }

    /** The port of OpenTelemetry; absent if it is shut. */
    OptionalInt otlpPort() {
        return otlpPort;
    }

    @Override
    public void close() {
        context.close();
    }
}
