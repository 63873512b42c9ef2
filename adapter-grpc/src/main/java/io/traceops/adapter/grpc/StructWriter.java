package io.traceops.adapter.grpc;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;

/** Writes metadata as a struct. A number becomes a double, whatever digits the client once sent beyond that. */
final class StructWriter {
    private StructWriter() {}

    static Struct write(JsonObject object) {
        Struct.Builder struct = Struct.newBuilder();
        object.members().forEach((name, member) -> struct.putFields(name, value(member)));
        return struct.build();
    }

    private static Value value(JsonValue value) {
        Value.Builder written = Value.newBuilder();
        return switch (value) {
            case JsonString string -> written.setStringValue(string.text()).build();
            case JsonNumber number ->
                written.setNumberValue(number.doubleValue()).build();
            case JsonBoolean flag -> written.setBoolValue(flag.value()).build();
            case JsonNull _ -> written.setNullValue(NullValue.NULL_VALUE).build();
            case JsonObject object -> written.setStructValue(write(object)).build();
            case JsonArray array -> written.setListValue(list(array)).build();
        };
    }

    private static ListValue list(JsonArray array) {
        ListValue.Builder list = ListValue.newBuilder();
        array.elements().forEach(element -> list.addValues(value(element)));
        return list.build();
    }
}
