package io.traceops.adapter.otlp.wire;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values of any kind. Total on whatever the bytes hold: what is deeper, longer or more than the bounds say is left
 * out, so that no nesting can exhaust the stack and no value can outgrow what is kept of it. One reader reads one value.
 */
final class AnyValues {
    private static final int STRING_VALUE =
            AnyValue.STRING_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int BOOL_VALUE = AnyValue.BOOL_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.VARINT;
    private static final int INT_VALUE = AnyValue.INT_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.VARINT;
    private static final int DOUBLE_VALUE =
            AnyValue.DOUBLE_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.FIXED64;
    private static final int ARRAY_VALUE =
            AnyValue.ARRAY_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int KVLIST_VALUE =
            AnyValue.KVLIST_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int BYTES_VALUE =
            AnyValue.BYTES_VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int ELEMENTS = ArrayValue.VALUES_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int MEMBERS = KeyValueList.VALUES_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int KEY = KeyValue.KEY_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int VALUE = KeyValue.VALUE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;

    /** Containers within containers beyond this are left out. */
    private static final int DEPTH_MAX = 8;

    /** Values within one value beyond this are left out. */
    private static final int VALUES_MAX = 256;

    private static final int KEY_LENGTH_MAX = 256;

    private final int lengthMax;
    private int valuesLeft = VALUES_MAX;

    private AnyValues(int lengthMax) {
        this.lengthMax = lengthMax;
    }

    /** @param lengthMax how long each text in the value may be, in characters; a longer one is cut */
    static JsonValue json(Slice value, int lengthMax) throws MalformedExport {
        return new AnyValues(lengthMax).value(value, DEPTH_MAX);
    }

    private JsonValue value(Slice value, int depthLeft) throws MalformedExport {
        JsonValue read = JsonNull.NULL;
        FieldCursor field = value.fields();
        // Of several kinds the last one counts, as it does to every reader of protobuf.
        while (field.next()) {
            read = switch (field.tag()) {
                case STRING_VALUE -> new JsonString(text(field.slice()));
                case BOOL_VALUE -> new JsonBoolean(field.varint() != 0);
                case INT_VALUE -> JsonNumber.of(field.varint());
                case DOUBLE_VALUE -> number(Double.longBitsToDouble(field.fixed64()));
                case BYTES_VALUE -> new JsonString(base64(field.slice()));
                case ARRAY_VALUE -> depthLeft == 0 ? JsonNull.NULL : array(field.slice(), depthLeft - 1);
                case KVLIST_VALUE -> depthLeft == 0 ? JsonNull.NULL : object(field.slice(), depthLeft - 1);
                default -> read;
            };
        }
        return read;
    }

    private JsonArray array(Slice list, int depthLeft) throws MalformedExport {
        List<JsonValue> elements = new ArrayList<>();
        FieldCursor field = list.fields();
        while (valuesLeft > 0 && field.next()) {
            if (field.tag() == ELEMENTS) {
                valuesLeft--;
                elements.add(value(field.slice(), depthLeft));
            }
        }
        return new JsonArray(elements);
    }

    private JsonObject object(Slice list, int depthLeft) throws MalformedExport {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        FieldCursor field = list.fields();
        while (valuesLeft > 0 && field.next()) {
            if (field.tag() == MEMBERS) {
                valuesLeft--;
                Entry entry = entry(field.slice());
                members.put(entry.key(), value(entry.value(), depthLeft));
            }
        }
        return new JsonObject(members);
    }

    /** A key and the value that it has, not yet looked into. */
    record Entry(String key, Slice value) {}

    static Entry entry(Slice keyValue) throws MalformedExport {
        String key = "";
        Slice value = Slice.EMPTY;
        FieldCursor field = keyValue.fields();
        while (field.next()) {
            switch (field.tag()) {
                case KEY -> key = Text.cut(field.slice().text(KEY_LENGTH_MAX), KEY_LENGTH_MAX);
                case VALUE -> value = field.slice();
                default -> {}
            }
        }
        return new Entry(key, value);
    }

    private String text(Slice text) {
        return Text.cut(text.text(lengthMax), lengthMax);
    }

    private String base64(Slice bytes) {
        Slice read = bytes.first(lengthMax / 4 * 3);
        byte[] copy = Arrays.copyOfRange(read.array(), read.from(), read.from() + read.length());
        return Base64.getEncoder().encodeToString(copy);
    }

    /** JSON has no word for what is not finite; then the value is its name. */
    private static JsonValue number(double number) {
        return Double.isFinite(number) ? JsonNumber.of(number) : new JsonString(Double.toString(number));
    }
}
