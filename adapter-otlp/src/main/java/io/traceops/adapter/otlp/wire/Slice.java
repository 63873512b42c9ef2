package io.traceops.adapter.otlp.wire;

import com.google.protobuf.CodedInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message, a text or some bytes within a larger array, which is not copied. Nobody may write to the array. */
public final class Slice {
    public static final Slice EMPTY = of(new byte[0]);

    /** The most bytes of UTF-8 that one character of a text takes. */
    private static final int BYTES_PER_CHARACTER_MAX = 3;

    private final byte[] bytes;
    private final int from;
    private final int length;

    /**
     * @param from the index of the first byte
     * @param length how many bytes, 0 or more
     */
    Slice(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    /** The first bytes of an array. */
    public static Slice of(byte[] bytes, int length) {
        return new Slice(bytes, 0, length);
    }

    /** All of the array that this is within. */
    public byte[] array() {
        return bytes;
    }

    /** The index of the first byte. */
    public int from() {
        return from;
    }

    /** How many bytes. */
    public int length() {
        return length;
    }

    /** The fields of the message that the bytes are. */
    public FieldCursor fields() {
        return new FieldCursor(this);
    }

    /** The first bytes, at most so many. */
    Slice first(int lengthMax) {
        return length <= lengthMax ? this : new Slice(bytes, from, lengthMax);
    }

    /**
     * The bytes as UTF-8; what is not valid becomes the replacement character, so that every text can be stored.
     *
     * @param lengthMax how much to read, in characters: all of a text that is no longer, and of another one at least so
     *     many, at most three times as many
     */
    public String text(int lengthMax) {
        Slice read = first(BYTES_PER_CHARACTER_MAX * lengthMax);
        return new String(bytes, from, read.length, StandardCharsets.UTF_8);
    }

    /** Whether the bytes are these. */
    public boolean isEqualTo(byte[] expected) {
        return Arrays.equals(bytes, from, from + length, expected, 0, expected.length);
    }

    CodedInputStream open() {
        return CodedInputStream.newInstance(bytes, from, length);
    }

    @Override
    public String toString() {
        return "Slice[" + length + " bytes]";
    }
}
