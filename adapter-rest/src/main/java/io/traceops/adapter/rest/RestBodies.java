package io.traceops.adapter.rest;

import io.traceops.http.body.BodyLimits;
import io.traceops.http.body.ContentCoding;
import java.util.Optional;
import java.util.Set;

/** Which bodies this door takes. A small packed body can unpack into a huge one; nothing packed is taken. */
public final class RestBodies {
    /** The largest body, but for streams, in bytes. */
    public static final int BYTES_MAX = 16 << 20;

    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** One JSON text, as a whole. */
    public static final BodyLimits JSON = new BodyLimits(
            Optional.of("application/json"),
            Set.of(ContentCoding.IDENTITY),
            BYTES_MAX,
            "Send less at once, or POST /events/stream.");

    /** A stream of JSON texts, one a line, of any length. */
    public static final BodyLimits NDJSON = new BodyLimits(
            Optional.of(NDJSON_TYPE), Set.of(ContentCoding.IDENTITY), Long.MAX_VALUE, "Send less at once.");

    private RestBodies() {}
}
