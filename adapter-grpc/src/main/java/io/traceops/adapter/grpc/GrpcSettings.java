package io.traceops.adapter.grpc;

import java.time.Duration;

/**
 * How the door is set up.
 *
 * @param host the address to listen at
 * @param port 0 to 65,535; 0 for any that is free
 * @param batchMax the most events in one chunk of a stream, 1 or more
 * @param messageBytesMax the largest message that is read, in bytes, after decompression; 1 KiB or more
 * @param callsPerConnectionMax the most calls that one connection may have under way, 1 or more
 * @param keepAliveTime how long a connection may be silent before it is asked for a sign of life, 1 s or more
 * @param keepAliveTimeout how long to wait for that sign before the connection is closed, 1 s or more
 * @param clientPingIntervalMin how long a client must wait between its own pings; one that pings more often is cut off
 * @param connectionIdleMax how long a connection without calls stays open, 1 s or more
 * @param chunksInFlightMax the most chunks of one stream that are read ahead of their answers, 1 or more
 * @param streamBytesInFlightMax how many bytes of one stream to read ahead of the answers, judged by the size of the
 *     chunks so far; 1 or more
 * @param watcherStallMax how long a watcher may leave its messages unread before it is cut off, 1 s or more
 * @param watcherTokenInterval how often a watcher that nothing happens for gets a new token, 1 ms or more
 */
public record GrpcSettings(
        String host,
        int port,
        int batchMax,
        int messageBytesMax,
        int callsPerConnectionMax,
        Duration keepAliveTime,
        Duration keepAliveTimeout,
        Duration clientPingIntervalMin,
        Duration connectionIdleMax,
        int chunksInFlightMax,
        int streamBytesInFlightMax,
        Duration watcherStallMax,
        Duration watcherTokenInterval) {
    public static final int PORT_DEFAULT = 9_090;
    public static final int BATCH_MAX_DEFAULT = 10_000;

    private static final int KIB = 1_024;
    private static final int MIB = 1_024 * KIB;
    private static final int PORT_MAX = 65_535;
    private static final Duration DURATION_MIN = Duration.ofSeconds(1);

    public GrpcSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("gRPC port: " + port + ", allowed 0 to " + PORT_MAX);
        }
        requireAtLeast("events in a chunk", batchMax, 1);
        requireAtLeast("bytes in a message", messageBytesMax, KIB);
        requireAtLeast("calls of a connection", callsPerConnectionMax, 1);
        requireAtLeast("keep-alive time", keepAliveTime, DURATION_MIN);
        requireAtLeast("keep-alive timeout", keepAliveTimeout, DURATION_MIN);
        requireAtLeast("interval of client pings", clientPingIntervalMin, Duration.ZERO);
        requireAtLeast("idle time of a connection", connectionIdleMax, DURATION_MIN);
        requireAtLeast("chunks in flight", chunksInFlightMax, 1);
        requireAtLeast("bytes in flight", streamBytesInFlightMax, 1);
        requireAtLeast("stall of a watcher", watcherStallMax, DURATION_MIN);
        requireAtLeast("interval of a watcher's tokens", watcherTokenInterval, Duration.ofMillis(1));
    }

    /** The defaults, listening at the given place. */
    public static GrpcSettings at(String host, int port) {
        return at(host, port, BATCH_MAX_DEFAULT);
    }

    /** The defaults, listening at the given place, with a bound for batches and chunks. */
    public static GrpcSettings at(String host, int port, int batchMax) {
        return new GrpcSettings(
                host,
                port,
                batchMax,
                16 * MIB,
                256,
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                64,
                32 * MIB,
                Duration.ofMinutes(1),
                Duration.ofSeconds(15));
    }

    private static void requireAtLeast(String name, int value, int valueMin) {
        if (value < valueMin) {
            throw new IllegalArgumentException("gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }

    private static void requireAtLeast(String name, Duration value, Duration valueMin) {
        if (value.compareTo(valueMin) < 0) {
            throw new IllegalArgumentException("gRPC " + name + ": " + value + ", allowed " + valueMin + " or more");
        }
    }
}
