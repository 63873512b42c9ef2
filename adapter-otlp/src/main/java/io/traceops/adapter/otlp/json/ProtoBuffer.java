package io.traceops.adapter.otlp.json;

import io.traceops.adapter.otlp.wire.Slice;
import java.util.Arrays;

/** Bytes of protobuf that grow at their end. Not thread-safe. */
final class ProtoBuffer {
    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int VARINT_BYTES_MAX = 10;

    private byte[] bytes;
    private int length;

    ProtoBuffer(int capacity) {
        bytes = new byte[Math.max(capacity, VARINT_BYTES_MAX)];
    }

    void varint(long value) {
        ensure(VARINT_BYTES_MAX);
        long rest = value;
        while ((rest & -MORE) != 0) {
            bytes[length++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[length++] = (byte) rest;
    }

    void fixed(long value, int size) {
        ensure(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    /** A text, or bytes, or a message that is written already, behind its length. */
    void delimited(byte[] value) {
        varint(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /**
     * Begins a message within this one. Its length stands before it and is not known yet: one byte is left for it, which
     * most lengths need.
     *
     * @return what {@link #end} wants to know
     */
    int begin() {
        ensure(1);
        length++;
        return length;
    }

    /** Ends the message that began there. */
    void end(int start) {
        int size = length - start;
        int more = 0;
        for (int rest = size >>> BITS; rest != 0; rest >>>= BITS) {
            more++;
        }
        ensure(more);
        System.arraycopy(bytes, start, bytes, start + more, size);
        length = start - 1;
        varint(size);
        length = start + more + size;
    }

    Slice toSlice() {
        return Slice.of(bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), Math.addExact(length, length / 2)));
        }
    }
}
