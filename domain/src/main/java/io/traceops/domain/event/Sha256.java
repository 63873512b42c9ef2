package io.traceops.domain.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
    /**
     * Cloned for each use, and itself never fed: a clone costs less than a look-up of the algorithm, and unlike a
     * digest per thread it costs nothing to the many short-lived virtual threads that may come along.
     */
    private static final MessageDigest PROTOTYPE = prototype();

    private Sha256() {}

    /** A digest that was fed nothing yet. Not thread-safe. */
    public static MessageDigest fresh() {
        return copyOf(PROTOTYPE);
    }

    /** The 32 bytes of the digest of some bytes. */
    public static byte[] of(byte[] bytes) {
        return fresh().digest(bytes);
    }

    /** A digest that was fed the same as another one. */
    public static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this Java platform cannot be cloned", e);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no SHA-256, which every platform must have", e);
        }
    }
}
