package io.traceops.adapter.memory;

import io.traceops.domain.event.Text;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes numbers and texts one after the other into bytes. {@link ByteReader} reads them back. Not
 * thread-safe.
 */
final class ByteWriter {
    /** In the low bits of a text's head: how its characters are written. */
    static final int LATIN_1 = 0;

    static final int UTF_8 = 1;
    static final int UTF_16 = 2;

    private static final int LATIN_1_MAX = 0xff;

    /** How many low bits of a head say what it is the head of. */
    static final int KIND_BITS = 3;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    /** @param expected about how many bytes will be written */
    ByteWriter(int expected) {
        bytes = new byte[expected];
    }

    /** How many bytes were written. */
    int size() {
        return size;
    }

    /** Begins anew, in the same room. */
    void clear() {
        size = 0;
    }

    /** Copies some of the bytes that were written. */
    void copy(int from, int length, byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, length);
    }

    void putByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    /** Writes again, over four bytes that were written before. */
    void setInt(int at, int value) {
        INT.set(bytes, at, value);
    }

    void putLong(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void putBytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Characters up to U+00FF, each as one byte. */
    @SuppressWarnings(
            "deprecation") // It takes the low byte of each character: just what is wanted, and without a copy.
    void putLatin1(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    /** A length and what it is the length of, seven bits to a byte, the lowest first; all bytes but the last have the sign. */
    void putHead(int length, int kind) {
        long rest = (long) length << KIND_BITS | kind;
        while (rest > 0x7f) {
            putByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    /**
     * Any text, in the shortest of three forms. Text in one alphabet beside ASCII is shorter in UTF-16, mixed text in
     * UTF-8, and half a surrogate pair survives in UTF-16 alone.
     */
    void putText(String text) {
        if (Text.bitsOf(text) <= LATIN_1_MAX) {
            putHead(text.length(), LATIN_1);
            putLatin1(text);
        } else if (Text.utf8Length(text) < 2 * text.length() && Text.isWellFormed(text)) {
            putText(UTF_8, text.getBytes(StandardCharsets.UTF_8));
        } else {
            putText(UTF_16, utf16(text));
        }
    }

    private void putText(int kind, byte[] encoded) {
        putHead(encoded.length, kind);
        putBytes(encoded);
    }

    /** By hand, since the charset would replace half a surrogate pair. */
    private static byte[] utf16(String text) {
        byte[] encoded = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            encoded[2 * i] = (byte) (text.charAt(i) >> 8);
            encoded[2 * i + 1] = (byte) text.charAt(i);
        }
        return encoded;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
