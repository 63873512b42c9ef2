package io.traceops.bootstrap.settings;

import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where the doors listen: each a port, 0 for any free one, or absent for a door that stays shut.
 *
 * @param http REST, and the SDKs of Sentry
 * @param grpc the API over gRPC
 * @param otlpGrpc OpenTelemetry over gRPC
 * @param otlpHttp OpenTelemetry over HTTP
 */
public record Ports(OptionalInt http, OptionalInt grpc, OptionalInt otlpGrpc, OptionalInt otlpHttp) {
    /** @throws IllegalArgumentException if nothing is open, or if two doors want the same port */
    public Ports {
        if (all(http, grpc, otlpGrpc, otlpHttp).findAny().isEmpty()) {
            throw new IllegalArgumentException("all of them are off, allowed at least one that is not");
        }
        long given = all(http, grpc, otlpGrpc, otlpHttp).filter(port -> port != 0).count();
        long distinct = all(http, grpc, otlpGrpc, otlpHttp)
                .filter(port -> port != 0)
                .distinct()
                .count();
        if (distinct < given) {
            throw new IllegalArgumentException("two doors have the same port, allowed different ones");
        }
    }

    private static Stream<Integer> all(OptionalInt... ports) {
        return Stream.of(ports).flatMap(port -> port.stream().boxed());
    }
}
