package io.traceops.bootstrap.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Exports of OpenTelemetry in protobuf. The classes of the protocol belong to the door that reads it. */
final class OtlpMessages {
    private static final int LENGTH_DELIMITED = 2;

    /** What fits into two bytes. */
    private static final int LENGTH_MAX = 0x3fff;

    private static final byte[] RESOURCE = field(1, attribute(1, "service.name", "rehearsal"));

    private static final byte[] SPAN =
            joined(text(5, "POST /orders"), field(11, joined(text(2, "exception"), exception(3))));

    /** A span on which an exception was recorded. */
    static final byte[] TRACES = field(1, joined(RESOURCE, field(2, field(2, SPAN))));

    /** A log record of an exception. */
    static final byte[] LOGS = field(1, joined(RESOURCE, field(2, field(2, exception(6)))));

    private OtlpMessages() {}

    private static byte[] exception(int number) {
        return joined(
                attribute(number, "exception.type", "java.lang.IllegalStateException"),
                attribute(number, "exception.message", "order 4711 not stored"));
    }

    private static byte[] attribute(int number, String key, String value) {
        return field(number, joined(text(1, key), field(2, text(1, value))));
    }

    private static byte[] text(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] value) {
        if (value.length > LENGTH_MAX) {
            throw new IllegalArgumentException("a field of " + value.length + " bytes");
        }
        byte tag = (byte) (number << 3 | LENGTH_DELIMITED);
        byte[] head = value.length < 0x80
                ? new byte[] {tag, (byte) value.length}
                : new byte[] {tag, (byte) (value.length | 0x80), (byte) (value.length >> 7)};
        return joined(head, value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
