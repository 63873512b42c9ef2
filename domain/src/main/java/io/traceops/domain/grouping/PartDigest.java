package io.traceops.domain.grouping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over parts, each written as its length in bytes (four bytes, big-endian) and then its UTF-8, so that no two
 * rows of parts are written alike. Not thread-safe; every digest is its own.
 */
final class PartDigest {
    /**
     * Cloned for each use, and itself never fed: a clone costs less than a look-up of the algorithm, and unlike a
     * digest per thread it costs nothing to the many short-lived virtual threads that may come along.
     */
    private static final MessageDigest PROTOTYPE = prototype();

    private final MessageDigest digest;

    private PartDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static PartDigest empty() {
        return new PartDigest(copy(PROTOTYPE));
    }

    /** Half of a surrogate pair that stands alone, which no valid event holds, counts as a question mark. */
    PartDigest add(String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        addLength(utf8.length);
        digest.update(utf8);
        return this;
    }

    /** Writes a length that no part can have. */
    PartDigest addMark() {
        addLength(-1);
        return this;
    }

    /** The digest of the parts so far; more may follow. */
    byte[] soFar() {
        return copy(digest).digest();
    }

    private void addLength(int length) {
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
    }

    private static MessageDigest copy(MessageDigest digest) {
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
