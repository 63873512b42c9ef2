package io.traceops.adapter.grpc;

import io.traceops.grpc.Bounds;
import io.traceops.grpc.CallLimits;
import java.time.Duration;

/**
 * How the door is set up.
 *
 * @param host the address to listen at
 * @param port 0 to 65,535; 0 for any that is free
 * @param batchMax the most events in one chunk of a stream, 1 or more
 * @param messageBytesMax the largest message that is read, in bytes, after decompression; 1 KiB or more
 * @param callLimits how much one client may take, and for how long
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
        CallLimits callLimits,
        int chunksInFlightMax,
        int streamBytesInFlightMax,
        Duration watcherStallMax,
        Duration watcherTokenInterval) {
    public static final int PORT_DEFAULT = 9_090;
    public static final int BATCH_MAX_DEFAULT = 10_000;

    private static final int KIB = 1_024;
    private static final int MIB = 1_024 * KIB;

    public GrpcSettings {
        Bounds.requirePort(port);
        Bounds.requireAtLeast("events in a chunk", batchMax, 1);
        Bounds.requireAtLeast("bytes in a message", messageBytesMax, KIB);
        Bounds.requireAtLeast("chunks in flight", chunksInFlightMax, 1);
        Bounds.requireAtLeast("bytes in flight", streamBytesInFlightMax, 1);
        Bounds.requireAtLeast("stall of a watcher", watcherStallMax, Duration.ofSeconds(1));
        Bounds.requireAtLeast("interval of a watcher's tokens", watcherTokenInterval, Duration.ofMillis(1));
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
                CallLimits.of(256, Duration.ofSeconds(30)),
                64,
                32 * MIB,
                Duration.ofMinutes(1),
                Duration.ofSeconds(15));
    }
}
