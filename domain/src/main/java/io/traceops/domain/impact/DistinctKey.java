package io.traceops.domain.impact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Turns a user or a route into the key under which it is counted. */
public final class DistinctKey {
    private DistinctKey() {}

    /**
     * The first 8 bytes of SHA-256 of the text in UTF-8. Among 10,000 keys the odds of any two being equal are below
     * one in 10<sup>11</sup>, and nobody can choose texts that collide by the thousand.
     */
    public static long of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
