package io.traceops.http;

/**
 * What HTTP adapters need to know of the server around them.
 *
 * @param bodyBytesInFlightMax how many bytes of request bodies may be in memory at once, over all requests; more is shed.
 *     At least {@value #BODY_BYTES_IN_FLIGHT_MIN}
 */
public record HttpSettings(long bodyBytesInFlightMax) {
    /** The smallest room for bodies, in bytes: twice the largest body of REST. */
    public static final long BODY_BYTES_IN_FLIGHT_MIN = 32L << 20;

    public HttpSettings {
        if (bodyBytesInFlightMax < BODY_BYTES_IN_FLIGHT_MIN) {
            throw new IllegalArgumentException("bodies in flight: " + bodyBytesInFlightMax + " bytes, allowed "
                    + BODY_BYTES_IN_FLIGHT_MIN + " or more");
        }
    }
}
