package io.traceops.adapter.otlp.grpc;

import io.traceops.grpc.Bounds;
import io.traceops.grpc.CallLimits;
import java.time.Duration;

/**
 * How the door is set up.
 *
 * @param host the address to listen at
 * @param port 0 to 65,535; 0 for any that is free
 * @param exportBytesMax the largest export that is read, in bytes, after decompression; 1 KiB or more
 * @param headerBytesMax the most bytes of headers that a call may have, 1 KiB or more
 * @param callLimits how much one client may take, and for how long
 */
public record OtlpGrpcSettings(String host, int port, int exportBytesMax, int headerBytesMax, CallLimits callLimits) {
    public static final int PORT_DEFAULT = 4_317;
    public static final int EXPORT_BYTES_MAX_DEFAULT = 64 * 1_024 * 1_024;

    private static final int KIB = 1_024;

    public OtlpGrpcSettings {
        Bounds.requirePort(port);
        Bounds.requireAtLeast("bytes in an export", exportBytesMax, KIB);
        Bounds.requireAtLeast("bytes in headers", headerBytesMax, KIB);
    }

    /** The defaults, listening at the given place. */
    public static OtlpGrpcSettings at(String host, int port) {
        return new OtlpGrpcSettings(
                host, port, EXPORT_BYTES_MAX_DEFAULT, 16 * KIB, CallLimits.of(64, Duration.ofSeconds(10)));
    }
}
