package io.traceops.adapter.otlp.grpc;

import java.time.Duration;

/**
 * How the door is set up.
 *
 * @param host the address to listen at
 * @param port 0 to 65,535; 0 for any that is free
 * @param exportBytesMax the largest export that is read, in bytes, after decompression; 1 KiB or more
 * @param exportBytesInFlightMax how many bytes of exports may be in memory at once, over all calls; more is shed. At least
 *     twice the largest export, since it is copied once as it grows
 * @param headerBytesMax the most bytes of headers that a call may have, 1 KiB or more
 * @param callsPerConnectionMax the most calls that one connection may have under way, 1 or more
 * @param keepAliveTime how long a connection may be silent before it is asked for a sign of life, 1 s or more
 * @param keepAliveTimeout how long to wait for that sign before the connection is closed, 1 s or more
 * @param clientPingIntervalMin how long a client must wait between its own pings; one that pings more often is cut off
 * @param connectionIdleMax how long a connection without calls stays open, 1 s or more
 */
public record OtlpGrpcSettings(
        String host,
        int port,
        int exportBytesMax,
        long exportBytesInFlightMax,
        int headerBytesMax,
        int callsPerConnectionMax,
        Duration keepAliveTime,
        Duration keepAliveTimeout,
        Duration clientPingIntervalMin,
        Duration connectionIdleMax) {
    public static final int PORT_DEFAULT = 4_317;
    public static final int EXPORT_BYTES_MAX_DEFAULT = 64 * 1_024 * 1_024;

    private static final int KIB = 1_024;
    private static final int PORT_MAX = 65_535;
    private static final Duration DURATION_MIN = Duration.ofSeconds(1);

    public OtlpGrpcSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("OTLP gRPC port: " + port + ", allowed 0 to " + PORT_MAX);
        }
        requireAtLeast("bytes in an export", exportBytesMax, KIB);
        if (exportBytesInFlightMax < 2L * exportBytesMax) {
            throw new IllegalArgumentException("OTLP gRPC bytes in flight: " + exportBytesInFlightMax + ", allowed "
                    + 2L * exportBytesMax + " or more");
        }
        requireAtLeast("bytes in headers", headerBytesMax, KIB);
        requireAtLeast("calls of a connection", callsPerConnectionMax, 1);
        requireAtLeast("keep-alive time", keepAliveTime, DURATION_MIN);
        requireAtLeast("keep-alive timeout", keepAliveTimeout, DURATION_MIN);
        requireAtLeast("interval of client pings", clientPingIntervalMin, Duration.ZERO);
        requireAtLeast("idle time of a connection", connectionIdleMax, DURATION_MIN);
    }

    /** The defaults, listening at the given place. */
    public static OtlpGrpcSettings at(String host, int port) {
        return at(host, port, EXPORT_BYTES_MAX_DEFAULT, 4L * EXPORT_BYTES_MAX_DEFAULT);
    }

    /** The defaults, listening at the given place, with bounds for one export and for all that are read, in bytes. */
    public static OtlpGrpcSettings at(String host, int port, int exportBytesMax, long exportBytesInFlightMax) {
        return new OtlpGrpcSettings(
                host,
                port,
                exportBytesMax,
                exportBytesInFlightMax,
                16 * KIB,
                64,
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15));
    }

    private static void requireAtLeast(String name, int value, int valueMin) {
        if (value < valueMin) {
            throw new IllegalArgumentException(
                    "OTLP gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }

    private static void requireAtLeast(String name, Duration value, Duration valueMin) {
        if (value.compareTo(valueMin) < 0) {
            throw new IllegalArgumentException(
                    "OTLP gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }
}
