package io.traceops.domain.grouping;

import io.traceops.domain.event.Sha256;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 over parts, each written as its length in bytes (four bytes, big-endian) and then its UTF-8, so that no two
 * rows of parts are written alike. Not thread-safe; every digest is its own.
 */
final class PartDigest {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest;
    private final byte[] length = new byte[Integer.BYTES];

    private PartDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static PartDigest empty() {
        return new PartDigest(Sha256.fresh());
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
        return Sha256.copyOf(digest).digest();
    }

    /** The digest of all parts; no more may follow. */
    byte[] end() {
        return digest.digest();
    }

    private void addLength(int bytes) {
        INT.set(length, 0, bytes);
        digest.update(length);
    }
}
