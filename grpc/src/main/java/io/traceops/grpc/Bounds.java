package io.traceops.grpc;

import java.time.Duration;

/** Checks of settings. */
public final class Bounds {
    private static final int PORT_MAX = 65_535;

    private Bounds() {}

    /**
     * Checks a port to listen at; 0 is any that is free.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public static void requirePort(int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("gRPC port: " + port + ", allowed 0 to " + PORT_MAX);
        }
    }

    /** @throws IllegalArgumentException if the value is too small */
    public static void requireAtLeast(String name, long value, long valueMin) {
        if (value < valueMin) {
            throw new IllegalArgumentException("gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }

    /** @throws IllegalArgumentException if the value is too short */
    public static void requireAtLeast(String name, Duration value, Duration valueMin) {
        if (value.compareTo(valueMin) < 0) {
            throw new IllegalArgumentException("gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }
}
