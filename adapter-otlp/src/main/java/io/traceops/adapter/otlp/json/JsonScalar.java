package io.traceops.adapter.otlp.json;

import com.fasterxml.jackson.core.JsonParser;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.traceops.adapter.otlp.wire.FieldCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Writes the value of a field that is no message. */
final class JsonScalar {
    private static final Set<String> IN_HEX = Set.of("traceId", "spanId", "parentSpanId");
    private static final int FIXED32 = 5;

    private final JsonParser parser;
    private final FieldDescriptor field;
    private final ProtoBuffer out;

    private JsonScalar(JsonParser parser, FieldDescriptor field, ProtoBuffer out) {
        this.parser = parser;
        this.field = field;
        this.out = out;
    }

    /** Writes the value that the parser is at. */
    static void write(JsonParser parser, FieldDescriptor field, ProtoBuffer out) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw JsonExport.unexpected(field, "a single value");
        }
        new JsonScalar(parser, field, out).write();
    }

    private void write() throws IOException {
        switch (field.getType()) {
            case STRING -> delimited(parser.getText().getBytes(StandardCharsets.UTF_8));
            case BYTES -> delimited(IN_HEX.contains(field.getJsonName()) ? hex() : base64());
            case DOUBLE -> fixed64(Double.doubleToRawLongBits(floating()));
            case FLOAT -> fixed32(Float.floatToRawIntBits((float) floating()));
            case FIXED64, SFIXED64 -> fixed64(whole());
            case FIXED32, SFIXED32 -> fixed32(whole());
            case SINT32, SINT64 -> {
                long value = whole();
                varint((value << 1) ^ (value >> (Long.SIZE - 1)));
            }
            case INT32, INT64, UINT32, UINT64 -> varint(whole());
            case BOOL -> varint(flag() ? 1 : 0);
            case ENUM -> varint(enumerated());
            case MESSAGE, GROUP -> throw new IllegalStateException(field + " is a message");
        }
    }

    private void delimited(byte[] value) {
        tag(FieldCursor.DELIMITED);
        out.delimited(value);
    }

    private void varint(long value) {
        tag(FieldCursor.VARINT);
        out.varint(value);
    }

    private void fixed64(long value) {
        tag(FieldCursor.FIXED64);
        out.fixed(value, Long.BYTES);
    }

    private void fixed32(long value) {
        tag(FIXED32);
        out.fixed(value, Integer.BYTES);
    }

    private void tag(int writtenAs) {
        out.varint((long) field.getNumber() << FieldCursor.NUMBER | writtenAs);
    }

    private byte[] hex() throws IOException {
        try {
            return HexFormat.of().parseHex(parser.getText());
        } catch (IllegalArgumentException _) {
            throw JsonExport.unexpected(field, "an id in hex");
        }
    }

    private byte[] base64() throws IOException {
        try {
            return Base64.getDecoder().decode(parser.getText().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException _) {
            throw JsonExport.unexpected(field, "base64");
        }
    }

    private double floating() throws IOException {
        try {
            return Double.parseDouble(parser.getText());
        } catch (NumberFormatException _) {
            throw JsonExport.unexpected(field, "a number");
        }
    }

    /** A whole number as a number or as text, signed or unsigned; or with a fraction of zero, as some languages write. */
    private long whole() throws IOException {
        String text = parser.getText();
        try {
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException _) {
            double value = floating();
            if (value != Math.rint(value) || Math.abs(value) > Long.MAX_VALUE) {
                throw JsonExport.unexpected(field, "a whole number");
            }
            return (long) value;
        }
    }

    private boolean flag() throws IOException {
        return switch (parser.getText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw JsonExport.unexpected(field, "true or false");
        };
    }

    /** A number, as OTLP has it, or a name, as protobuf's own JSON has it. */
    private long enumerated() throws IOException {
        EnumValueDescriptor named = field.getEnumType().findValueByName(parser.getText());
        return named == null ? whole() : named.getNumber();
    }
}
