package io.traceops.adapter.grpc;

import com.google.protobuf.Timestamp;
import io.traceops.application.capture.Violation;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Times: timestamps and durations on the wire, microseconds inside. */
final class Timestamps {
    /** 0001-01-01T00:00:00Z, the earliest that a timestamp can say. */
    private static final long SECONDS_MIN = -62_135_596_800L;

    /** 9999-12-31T23:59:59Z, the latest. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int NANOS_MAX = 999_999_999;

    private Timestamps() {}

    /**
     * Reads a timestamp that the client may have left out. What is finer than a microsecond is cut off.
     *
     * @param field the field as the application calls it, to name in a violation
     * @param malformed where a violation goes
     */
    static OptionalLong read(boolean present, Timestamp timestamp, String field, List<Violation> malformed) {
        if (!present) {
            return OptionalLong.empty();
        }
        long seconds = timestamp.getSeconds();
        int nanos = timestamp.getNanos();
        if (seconds < SECONDS_MIN || seconds > SECONDS_MAX) {
            malformed.add(
                    new Violation(field, "has " + seconds + " seconds, allowed " + SECONDS_MIN + " to " + SECONDS_MAX));
            return OptionalLong.empty();
        }
        if (nanos < 0 || nanos > NANOS_MAX) {
            malformed.add(new Violation(field, "has " + nanos + " nanos, allowed 0 to " + NANOS_MAX));
            return OptionalLong.empty();
        }
        return OptionalLong.of(seconds * MICROS_PER_SECOND + nanos / NANOS_PER_MICRO);
    }

    static Timestamp write(long micros) {
        return Timestamp.newBuilder()
                .setSeconds(Math.floorDiv(micros, MICROS_PER_SECOND))
                .setNanos(Math.floorMod(micros, (int) MICROS_PER_SECOND) * NANOS_PER_MICRO)
                .build();
    }

    static com.google.protobuf.Duration write(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }
}
