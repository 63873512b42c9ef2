package io.traceops.grpc;

import java.time.Duration;

/**
 * How much of a server one client may take, and for how long.
 *
 * @param callsPerConnectionMax the most calls that one connection may have under way, 1 or more
 * @param arrivalTimeMax how long a client may take to send a call that is one message, 1 ms or more; while it does, it
 *     holds a place that others want. It may get a thirtieth more
 * @param keepAliveTime how long a connection may be silent before it is asked for a sign of life, 1 s or more
 * @param keepAliveTimeout how long to wait for that sign before the connection is closed, 1 s or more
 * @param clientPingIntervalMin how long a client must wait between its own pings; one that pings more often is cut off
 * @param connectionIdleMax how long a connection without calls stays open, 1 s or more
 */
public record CallLimits(
        int callsPerConnectionMax,
        Duration arrivalTimeMax,
        Duration keepAliveTime,
        Duration keepAliveTimeout,
        Duration clientPingIntervalMin,
        Duration connectionIdleMax) {
    private static final Duration DURATION_MIN = Duration.ofSeconds(1);

    public CallLimits {
        Bounds.requireAtLeast("calls of a connection", callsPerConnectionMax, 1);
        Bounds.requireAtLeast("time for a call to arrive", arrivalTimeMax, Duration.ofMillis(1));
        Bounds.requireAtLeast("keep-alive time", keepAliveTime, DURATION_MIN);
        Bounds.requireAtLeast("keep-alive timeout", keepAliveTimeout, DURATION_MIN);
        Bounds.requireAtLeast("interval of client pings", clientPingIntervalMin, Duration.ZERO);
        Bounds.requireAtLeast("idle time of a connection", connectionIdleMax, DURATION_MIN);
    }

    /** The defaults, with what differs from door to door. */
    public static CallLimits of(int callsPerConnectionMax, Duration clientPingIntervalMin) {
        return new CallLimits(
                callsPerConnectionMax,
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                clientPingIntervalMin,
                Duration.ofMinutes(15));
    }

    /** The same, but for the time that a call may take to arrive. */
    public CallLimits withArrivalTimeMax(Duration timeMax) {
        return new CallLimits(
                callsPerConnectionMax,
                timeMax,
                keepAliveTime,
                keepAliveTimeout,
                clientPingIntervalMin,
                connectionIdleMax);
    }
}
