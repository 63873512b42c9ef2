package io.traceops.domain.impact;

import io.traceops.domain.event.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Turns a user or a route into the key under which it is counted. */
public final class DistinctKey {
    private DistinctKey() {}

    /**
     * The first 8 bytes of SHA-256 of the text in UTF-8. Among 10,000 keys the odds of any two being equal are below
     * one in 10<sup>11</sup>, and nobody can choose texts that collide by the thousand.
     */
    public static long of(String text) {
        byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }
}
