package io.traceops.domain.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/**
 * SHA-256 over parts, each written as its length in bytes (four bytes, big-endian) and then its bytes, so that no two rows
 * of parts are written alike. Ids are made of it that outlive a version of this program: what is written never changes.
 *
 * <p>Not thread-safe; every digest is its own.
 */
public final class PartDigest {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** 128 bits, which no two ids share by chance. */
    private static final int ID_BYTES = 16;

    private final MessageDigest digest;
    private final byte[] length = new byte[Integer.BYTES];

    private PartDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** A digest that has no part yet. */
    public static PartDigest empty() {
        return new PartDigest(Sha256.fresh());
    }

    /**
     * Adds a text as its UTF-8. Half of a surrogate pair that stands alone, which no valid event holds, counts as a
     * question mark.
     */
    public PartDigest add(String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /**
     * Adds some bytes of an array, which is only read.
     *
     * @param from the index of the first byte
     * @param length how many bytes, 0 or more
     * @throws IndexOutOfBoundsException if the array has no such bytes
     */
    public PartDigest add(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        addLength(length);
        digest.update(bytes, from, length);
        return this;
    }

    /** Writes a length that no part can have. */
    public PartDigest addMark() {
        addLength(-1);
        return this;
    }

    /** The 32 bytes of the digest of the parts so far; more may follow. */
    public byte[] soFar() {
        return Sha256.copyOf(digest).digest();
    }

    /** The 32 bytes of the digest of all parts; no more may follow. */
    public byte[] end() {
        return digest.digest();
    }

    /**
     * The first half of the digest of all parts, as 32 digits of lower-case hex: what ids of events are made of. No more
     * parts may follow.
     */
    public String endAsId() {
        return HexFormat.of().formatHex(end(), 0, ID_BYTES);
    }

    private void addLength(int bytes) {
        INT.set(length, 0, bytes);
        digest.update(length);
    }
}
