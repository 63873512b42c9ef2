package io.traceops.http.body;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which bodies a path takes, and how much of one.
 *
 * @param type the one type that a body must name; empty takes any, and none. A type must be named where a web page of
 *     someone else could otherwise send a body to this server without its user knowing
 * @param codings how a body may be packed
 * @param bytesMax the most bytes, packed and unpacked
 * @param tooLargeAdvice what a client can do about a body that is too large, as a sentence
 */
public record BodyLimits(Optional<String> type, Set<ContentCoding> codings, long bytesMax, String tooLargeAdvice) {
    /** How long a client may take to send a body; while it does, it holds a place that others want. */
    static final Duration TIME_MAX = Duration.ofSeconds(30);

    /** Beyond {@link #DENSE_BYTES_FREE}, a body may unpack to so many times its size: text seldom reaches a tenth of it. */
    static final int RATIO_MAX = 500;

    /** The smallest room for all bodies in memory that will do, in bytes: twice the largest body of REST. */
    public static final long ALL_BYTES_MIN = 32L << 20;

    /** So many unpacked bytes are never too dense. */
    static final long DENSE_BYTES_FREE = 1L << 20;

    public BodyLimits {
        codings = Set.copyOf(codings);
        if (bytesMax < 1) {
            throw new IllegalArgumentException("largest body: " + bytesMax + " bytes, allowed 1 or more");
        }
    }
}
