package io.traceops.adapter.otlp.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;

/**
 * Steps through the fields of one message. A value that nobody asks for is skipped, and a nested message is not looked
 * into, so a step over a message of any size costs the same.
 *
 * <p>A field is known by its tag, which holds its number and how its value is written: a field that is written otherwise
 * than it should be is an unknown field to who compares tags, as it is to every reader of protobuf.
 *
 * <p>Not thread-safe.
 */
public final class FieldCursor {
    /** How the value of a number is written that takes as many bytes as it needs. */
    public static final int VARINT = 0;

    /** How the value of a number of eight bytes is written. */
    public static final int FIXED64 = 1;

    /** How the value of a text or a nested message is written. */
    public static final int DELIMITED = 2;

    /** A tag is a field's number, moved left by this many bits, and how its value is written. */
    public static final int NUMBER = 3;

    private final Slice message;
    private final CodedInputStream in;
    private int tag;
    private boolean valuePending;

    FieldCursor(Slice message) {
        this.message = message;
        this.in = message.open();
    }

    /**
     * Goes to the next field; false if there is none.
     *
     * @throws MalformedExport if what follows is no field
     */
    public boolean next() throws MalformedExport {
        try {
            if (valuePending && !in.skipField(tag)) {
                throw new MalformedExport("a group ends that never began");
            }
            tag = in.readTag();
        } catch (IOException failure) {
            throw malformed(failure);
        }
        valuePending = tag != 0;
        return valuePending;
    }

    public int tag() {
        return tag;
    }

    /** The number of the field. */
    public int number() {
        return tag >>> NUMBER;
    }

    /** Whether the value is a text, some bytes or a nested message. */
    public boolean isDelimited() {
        return (tag & 7) == DELIMITED;
    }

    /** The value of a field that {@link #isDelimited}. */
    public Slice slice() throws MalformedExport {
        try {
            int length = in.readRawVarint32();
            int from = message.from() + in.getTotalBytesRead();
            in.skipRawBytes(length);
            valuePending = false;
            return new Slice(message.array(), from, length);
        } catch (IOException failure) {
            throw malformed(failure);
        }
    }

    /** The value of a field that is written as {@link #VARINT}. */
    public long varint() throws MalformedExport {
        try {
            valuePending = false;
            return in.readRawVarint64();
        } catch (IOException failure) {
            throw malformed(failure);
        }
    }

    /** The value of a field that is written as {@link #FIXED64}. */
    public long fixed64() throws MalformedExport {
        try {
            valuePending = false;
            return in.readRawLittleEndian64();
        } catch (IOException failure) {
            throw malformed(failure);
        }
    }

    private static MalformedExport malformed(IOException failure) {
        return switch (failure) {
            case MalformedExport known -> known;
            case InvalidProtocolBufferException invalid ->
                new MalformedExport(String.valueOf(invalid.getMessage()), invalid);
            default -> new MalformedExport("the bytes end too early", failure);
        };
    }
}
