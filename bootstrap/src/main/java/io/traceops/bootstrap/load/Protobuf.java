package io.traceops.bootstrap.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small messages in protobuf, field by field. The classes made of the contracts belong to the doors that read them. */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int SEVEN_BITS = 0x7f;

    /** Set in every byte of a number but its last. */
    private static final int MORE = 0x80;

    private Protobuf() {}

    /** A message of the given fields. */
    static byte[] message(byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            bytes.writeBytes(field);
        }
        return bytes.toByteArray();
    }

    /** A field that holds a message of the given fields. */
    static byte[] field(int number, byte[]... fields) {
        byte[] value = message(fields);
        return message(varint((number << 3) | LENGTH_DELIMITED), varint(value.length), value);
    }

    /** A field that holds a text. */
    static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A field that holds a number, 0 or more. */
    static byte[] field(int number, int value) {
        return message(varint((number << 3) | VARINT), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > SEVEN_BITS) {
            bytes.write((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }
}
