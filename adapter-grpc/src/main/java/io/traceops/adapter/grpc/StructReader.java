package io.traceops.adapter.grpc;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.traceops.application.capture.Violation;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads metadata from a struct. A struct can say what JSON cannot: a value of no kind, a number that is infinite or none.
 *
 * <p>Total on any struct: it never goes deeper than metadata may, so that no nesting can exhaust the stack. One reader
 * reads one struct.
 */
final class StructReader {
    private Optional<String> problem = Optional.empty();

    private StructReader() {}

    /**
     * @param field the field as the application calls it, to name in a violation
     * @param malformed where a violation goes; then the answer is empty
     */
    static Optional<JsonObject> read(Struct struct, String field, List<Violation> malformed) {
        StructReader reader = new StructReader();
        JsonObject object = reader.object(struct, 1);
        reader.problem.ifPresent(text -> malformed.add(new Violation(field, text)));
        return reader.problem.isPresent() ? Optional.empty() : Optional.of(object);
    }

    private JsonObject object(Struct struct, int level) {
        if (isTooDeep(level)) {
            return JsonObject.EMPTY;
        }
        Map<String, Value> fields = struct.getFieldsMap();
        Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(fields.size());
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            members.put(field.getKey(), value(field.getValue(), level));
        }
        return new JsonObject(members);
    }

    private JsonArray array(ListValue list, int level) {
        if (isTooDeep(level)) {
            return new JsonArray(List.of());
        }
        List<JsonValue> elements = new ArrayList<>(list.getValuesCount());
        for (Value element : list.getValuesList()) {
            elements.add(value(element, level));
        }
        return new JsonArray(elements);
    }

    private JsonValue value(Value value, int level) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> new JsonString(value.getStringValue());
            case NUMBER_VALUE -> number(value.getNumberValue());
            case BOOL_VALUE -> new JsonBoolean(value.getBoolValue());
            case NULL_VALUE -> JsonNull.NULL;
            case STRUCT_VALUE -> object(value.getStructValue(), level + 1);
            case LIST_VALUE -> array(value.getListValue(), level + 1);
            case KIND_NOT_SET -> malformed("has a value without a kind");
        };
    }

    private JsonValue number(double number) {
        return Double.isFinite(number)
                ? JsonNumber.of(number)
                : malformed("has the number " + number + ", which JSON cannot say");
    }

    private boolean isTooDeep(int level) {
        if (level <= Metadata.DEPTH_MAX) {
            return false;
        }
        malformed("is more than " + Metadata.DEPTH_MAX + " levels deep");
        return true;
    }

    /** Notes the first problem. What stands in the place of the value is never seen, since the whole is refused. */
    private JsonValue malformed(String text) {
        problem = problem.or(() -> Optional.of(text));
        return JsonNull.NULL;
    }
}
