package io.traceops.adapter.memory;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote, in the same order. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** A length and its kind, still together; see {@link #length} and {@link #kind}. */
    long head() {
        long head = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            head |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return head;
            }
        }
    }

    static int length(long head) {
        return (int) (head >>> ByteWriter.KIND_BITS);
    }

    static int kind(long head) {
        return (int) head & ((1 << ByteWriter.KIND_BITS) - 1);
    }

    String text() {
        return text(head());
    }

    /** The text that follows its head. */
    String text(long head) {
        return switch (kind(head)) {
            case ByteWriter.LATIN_1 -> characters(length(head), StandardCharsets.ISO_8859_1);
            case ByteWriter.UTF_8 -> characters(length(head), StandardCharsets.UTF_8);
            case ByteWriter.UTF_16 -> utf16(length(head));
            default -> throw new IllegalStateException("not the head of a text: " + head);
        };
    }

    /** So many bytes as characters of one charset. */
    String characters(int length, Charset charset) {
        String text = new String(bytes, at, length, charset);
        at += length;
        return text;
    }

    /** By hand, since the charset would replace half a surrogate pair. */
    private String utf16(int length) {
        char[] chars = new char[length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
            at += 2;
        }
        return new String(chars);
    }
}
