package io.traceops.adapter.otlp;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Exports that no library would write. */
public final class HostileBytes {
    private HostileBytes() {}

    /** Of any signal: a resource with an attribute of lists within lists. */
    public static byte[] deepAttribute(int levels) {
        // From the inside out, each level is an array value (field 5) with one value (field 1): sizes first.
        int[] sizes = new int[levels + 1];
        for (int level = 1; level <= levels; level++) {
            int inner = 1 + CodedOutputStream.computeUInt32SizeNoTag(sizes[level - 1]) + sizes[level - 1];
            sizes[level] = 1 + CodedOutputStream.computeUInt32SizeNoTag(inner) + inner;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(written);
            for (int level = levels; level > 0; level--) {
                int inner = 1 + CodedOutputStream.computeUInt32SizeNoTag(sizes[level - 1]) + sizes[level - 1];
                out.writeTag(5, 2);
                out.writeUInt32NoTag(inner);
                out.writeTag(1, 2);
                out.writeUInt32NoTag(sizes[level - 1]);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] value = written.toByteArray();
        byte[] attribute = concat(field(1, "service.name".getBytes(StandardCharsets.US_ASCII)), field(2, value));
        return field(1, field(1, field(1, attribute)));
    }

    /** Of any signal: so many records with nothing in them. */
    public static byte[] emptyRecords(int records) {
        byte[] all = new byte[2 * records];
        for (int i = 0; i < records; i++) {
            all[2 * i] = (2 << 3) | 2;
        }
        return field(1, field(2, all));
    }

    private static byte[] field(int number, byte[] value) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(value.length + 16);
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(written);
            out.writeByteArray(number, value);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
