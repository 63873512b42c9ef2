package io.traceops.domain.event;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A total order of JSON values that agrees with their equality. It means nothing but that it is the same everywhere: for
 * choosing one of two values without looking at which came first. Its recursion goes as deep as the values.
 */
public final class JsonOrder {
    public static final Comparator<JsonValue> INSTANCE = JsonOrder::compare;

    private JsonOrder() {}

    private static int compare(JsonValue a, JsonValue b) {
        return switch (a) {
            case JsonNull _ when b instanceof JsonNull -> 0;
            case JsonBoolean(boolean value)
            when b instanceof JsonBoolean(boolean other) -> Boolean.compare(value, other);
            case JsonNumber number
            when b instanceof JsonNumber other -> number.canonical().compareTo(other.canonical());
            case JsonString(String text) when b instanceof JsonString(String other) -> text.compareTo(other);
            case JsonArray(var elements) when b instanceof JsonArray(var others) -> compareElements(elements, others);
            case JsonObject(var members) when b instanceof JsonObject(var others) -> compareMembers(members, others);
            case JsonNull _, JsonBoolean _, JsonNumber _, JsonString _, JsonArray _, JsonObject _ ->
                Integer.compare(kind(a), kind(b));
        };
    }

    private static int kind(JsonValue value) {
        return switch (value) {
            case JsonNull _ -> 0;
            case JsonBoolean _ -> 1;
            case JsonNumber _ -> 2;
            case JsonString _ -> 3;
            case JsonArray _ -> 4;
            case JsonObject _ -> 5;
        };
    }

    private static int compareElements(List<JsonValue> a, List<JsonValue> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareMembers(Map<String, JsonValue> a, Map<String, JsonValue> b) {
        Iterator<Map.Entry<String, JsonValue>> ofA = new TreeMap<>(a).entrySet().iterator();
        Iterator<Map.Entry<String, JsonValue>> ofB = new TreeMap<>(b).entrySet().iterator();
        while (ofA.hasNext() && ofB.hasNext()) {
            Map.Entry<String, JsonValue> memberOfA = ofA.next();
            Map.Entry<String, JsonValue> memberOfB = ofB.next();
            int byName = memberOfA.getKey().compareTo(memberOfB.getKey());
            int order = byName != 0 ? byName : compare(memberOfA.getValue(), memberOfB.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
