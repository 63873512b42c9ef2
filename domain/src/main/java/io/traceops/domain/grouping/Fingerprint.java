package io.traceops.domain.grouping;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the parts of a grouping: same error, same fingerprint, same issue. Kept as four words rather than as
 * text, since a store holds one for each issue.
 */
public record Fingerprint(long word0, long word1, long word2, long word3) implements Comparable<Fingerprint> {
    /** The length of {@link #toBytes()}. */
    public static final int BYTES = 32;

    /** The length of {@link #hex()}, in characters. */
    public static final int HEX_LENGTH = 64;

    /** @param digest the 32 bytes of a SHA-256 digest */
    public static Fingerprint ofDigest(byte[] digest) {
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("digest: " + digest.length + " bytes, allowed " + BYTES);
        }
        ByteBuffer words = ByteBuffer.wrap(digest);
        return new Fingerprint(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(word0)
                .putLong(word1)
                .putLong(word2)
                .putLong(word3)
                .array();
    }

    /** 64 characters in lower case. */
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(word0) + hex.toHexDigits(word1) + hex.toHexDigits(word2) + hex.toHexDigits(word3);
    }

    // By hand, since one is looked up with every error, and what a record generates is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint fingerprint
                && word0 == fingerprint.word0
                && word1 == fingerprint.word1
                && word2 == fingerprint.word2
                && word3 == fingerprint.word3;
    }

    /** The fingerprint is a digest, so any part of it is well mixed. */
    @Override
    public int hashCode() {
        return (int) word0;
    }

    @Override
    public int compareTo(Fingerprint other) {
        int order = Long.compareUnsigned(word0, other.word0);
        order = order != 0 ? order : Long.compareUnsigned(word1, other.word1);
        order = order != 0 ? order : Long.compareUnsigned(word2, other.word2);
        return order != 0 ? order : Long.compareUnsigned(word3, other.word3);
    }

    @Override
    public String toString() {
        return hex();
    }
}
