package io.traceops.bootstrap;

import io.traceops.adapter.grpc.GrpcDoor;
import io.traceops.adapter.otlp.grpc.OtlpGrpcDoor;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.application.capture.BodyBudget;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The doors of a server that are open; any of them may be shut instead. Immutable.
 *
 * @param grpc the API over gRPC
 * @param otlpGrpc OpenTelemetry over gRPC
 * @param http REST, the SDKs of Sentry, and OpenTelemetry over HTTP
 */
record Doors(Optional<GrpcDoor> grpc, Optional<OtlpGrpcDoor> otlpGrpc, Optional<HttpDoor> http) {
    /**
     * Opens all doors that the settings want, or none. They are made side by side; HTTP listens last, so that it answers
     * only when all are open.
     *
     * @param clients where clients send to, for whoever asks once the doors are open
     * @throws UserMistake if one cannot listen where it should; of several, it tells of the first in the order of this record
     */
    static Doors open(
            EngineSettings settings,
            Engine engine,
            Optional<SentrySettings> sentry,
            InetAddress address,
            Supplier<Map<String, String>> clients) {
        Ports ports = settings.ports();
        ExportIntake intake = Wiring.exportIntake(settings, engine);
        BodyBudget bodies = Wiring.bodyBudget(settings);
        try (Opening opening = new Opening()) {
            Opening.Door<GrpcDoor> grpc = opening.begin(
                    ports.grpc(), port -> openGrpc(settings, engine, address, port), door -> door.stop(Duration.ZERO));
            Opening.Door<OtlpGrpcDoor> otlpGrpc = opening.begin(
                    ports.otlpGrpc(),
                    port -> openOtlp(settings, engine, intake, bodies, address, port),
                    door -> door.stop(Duration.ZERO));
            Opening.Door<HttpDoor.Prepared> http = opening.begin(
                    ports.http().isPresent() ? ports.http() : ports.otlpHttp(),
                    _ -> HttpDoor.prepare(Wiring.httpDoor(settings, engine, sentry, intake, bodies, clients)),
                    HttpDoor.Prepared::close);
            Doors doors = new Doors(
                    grpc.await(), otlpGrpc.await(), http.await().map(prepared -> prepared.open(ports, address)));
            opening.keep();
            return doors;
        }
    }

    private static GrpcDoor openGrpc(EngineSettings settings, Engine engine, InetAddress address, int port) {
        GrpcDoor door = Wiring.grpcDoor(settings, engine, port);
        try {
            door.start();
            return door;
        } catch (IOException e) {
            door.stop(Duration.ZERO);
            throw whyNot(e, address, port, "--grpc-port");
        }
    }

    private static OtlpGrpcDoor openOtlp(
            EngineSettings settings,
            Engine engine,
            ExportIntake intake,
            BodyBudget bodies,
            InetAddress address,
            int port) {
        OtlpGrpcDoor door = Wiring.otlpGrpcDoor(settings, engine, intake, bodies, port);
        try {
            door.start();
            return door;
        } catch (IOException e) {
            door.stop(Duration.ZERO);
            throw whyNot(e, address, port, "--otlp-grpc-port");
        }
    }

    private static UserMistake whyNot(IOException failure, InetAddress address, int port, String option) {
        return Addresses.whyNotListening(failure, address, port, option)
                .orElseGet(() -> new UserMistake("gRPC cannot listen: " + failure.getMessage()));
    }

    OptionalInt httpPort() {
        return http.map(HttpDoor::apiPort).orElseGet(OptionalInt::empty);
    }

    OptionalInt otlpHttpPort() {
        return http.map(HttpDoor::otlpPort).orElseGet(OptionalInt::empty);
    }

    OptionalInt grpcPort() {
        return grpc.map(door -> OptionalInt.of(door.port())).orElseGet(OptionalInt::empty);
    }

    OptionalInt otlpGrpcPort() {
        return otlpGrpc.map(door -> OptionalInt.of(door.port())).orElseGet(OptionalInt::empty);
    }

    /** Where the doors are, for people. */
    String places(InetAddress address) {
        return Stream.of(
                        place(httpPort(), port -> Addresses.url(address, port), "REST"),
                        place(grpcPort(), port -> address.getHostAddress() + ":" + port, "gRPC"),
                        place(otlpGrpcPort(), port -> address.getHostAddress() + ":" + port, "OTLP over gRPC"),
                        place(otlpHttpPort(), port -> Addresses.url(address, port), "OTLP over HTTP"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> place(OptionalInt port, IntFunction<String> where, String what) {
        return port.isPresent() ? Optional.of(where.apply(port.getAsInt()) + " (" + what + ")") : Optional.empty();
    }

    /** Stops the doors of gRPC: nobody new, and at most so long for those inside. */
    void stopGrpc(Duration grace) {
        long deadlineNanos = System.nanoTime() + grace.toNanos();
        grpc.ifPresent(door -> door.stop(grace));
        long leftNanos = Math.max(0, deadlineNanos - System.nanoTime());
        otlpGrpc.ifPresent(door -> door.stop(Duration.ofNanos(leftNanos)));
    }

    /** Closes the HTTP door. */
    void close() {
        http.ifPresent(HttpDoor::close);
    }
}
