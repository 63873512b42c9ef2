package io.traceops.domain.grouping;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What the issues of one family share: the first half of a SHA-256 over every part of their groupings but the route.
 * Within a service, issues with the same key are one error met on several routes.
 */
public record FamilyKey(long word0, long word1) {
    /** @param digest a digest of at least 16 bytes, of which the first 16 are kept */
    public static FamilyKey ofDigest(byte[] digest) {
        ByteBuffer words = ByteBuffer.wrap(digest);
        return new FamilyKey(words.getLong(), words.getLong());
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(word0) + hex.toHexDigits(word1);
    }
}
