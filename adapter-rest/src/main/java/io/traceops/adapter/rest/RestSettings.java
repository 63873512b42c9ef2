package io.traceops.adapter.rest;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What the HTTP door needs to know of the server around it.
 *
 * @param version the version of the server
 * @param clock tells how long the server has been up
 * @param startedAt when the server was started
 * @param bodyBytesInFlightMax how many bytes of request bodies may be in memory at once, over all requests; more is shed.
 *     At least {@value #BODY_BYTES_IN_FLIGHT_MIN}, so that the largest body fits
 */
public record RestSettings(String version, InstantSource clock, Instant startedAt, long bodyBytesInFlightMax) {
    /** The smallest room for bodies: twice the largest body. */
    public static final long BODY_BYTES_IN_FLIGHT_MIN = 32L << 20;

    public RestSettings {
        if (bodyBytesInFlightMax < BODY_BYTES_IN_FLIGHT_MIN) {
            throw new IllegalArgumentException("bodies in flight: " + bodyBytesInFlightMax + " bytes, allowed "
                    + BODY_BYTES_IN_FLIGHT_MIN + " or more");
        }
    }

    /** An eighth of the heap for bodies: what is read from a body takes some times its bytes. */
    public static RestSettings of(String version, InstantSource clock) {
        long eighth = Runtime.getRuntime().maxMemory() / 8;
        return new RestSettings(version, clock, clock.instant(), Math.max(BODY_BYTES_IN_FLIGHT_MIN, eighth));
    }
}
