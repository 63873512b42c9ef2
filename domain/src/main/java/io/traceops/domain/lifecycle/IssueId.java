package io.traceops.domain.lifecycle;

import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Sha256;
import io.traceops.domain.grouping.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an issue, derived from its service and fingerprint and never random: the first 16 bytes of SHA-256
 * over the length of the service name in UTF-8 (4 bytes, big-endian), the name, and the 32 bytes of the fingerprint.
 */
public record IssueId(long high, long low) implements Comparable<IssueId> {
    /** The length of {@link #hex()}, in characters. */
    public static final int HEX_LENGTH = 32;

    public static IssueId of(ServiceName service, Fingerprint fingerprint) {
        byte[] name = service.value().getBytes(StandardCharsets.UTF_8);
        ByteBuffer parts = ByteBuffer.allocate(Integer.BYTES + name.length + Fingerprint.BYTES)
                .putInt(name.length)
                .put(name)
                .put(fingerprint.toBytes());
        ByteBuffer words = ByteBuffer.wrap(Sha256.of(parts.array()));
        return new IssueId(words.getLong(), words.getLong());
    }

    /** Reads what {@link #hex()} wrote; empty for any other text. */
    public static Optional<IssueId> parse(String hex) {
        if (hex.length() != HEX_LENGTH || !hex.chars().allMatch(IssueId::isLowerHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(
                new IssueId(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32)));
    }

    /** 32 characters in lower case. */
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    // By hand, since a store looks issues up by their ids for every event, and what a record generates is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueId id && high == id.high && low == id.low;
    }

    /** The id is a digest, so any part of it is well mixed. */
    @Override
    public int hashCode() {
        return (int) high;
    }

    @Override
    public int compareTo(IssueId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static boolean isLowerHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
