package io.traceops.domain.grouping;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors that differ only in what a test is about. */
final class Errors {
    private static final EventId ID = new EventId("e-1");
    private static final ServiceName SHOP = new ServiceName("shop");

    private Errors() {}

    static ErrorEvent error(String message) {
        return error(message, Map.of());
    }

    static ErrorEvent error(String message, Map<String, JsonValue> metadata) {
        return new ErrorEvent(ID, SHOP, 0, message, new Metadata(new JsonObject(metadata)));
    }

    static ErrorEvent error(String message, String name, JsonValue value) {
        return error(message, Map.of(name, value));
    }

    static JsonValue text(String text) {
        return new JsonString(text);
    }

    static JsonValue number(String literal) {
        return new JsonNumber(literal);
    }

    static JsonValue array(JsonValue... elements) {
        return new JsonArray(Arrays.asList(elements));
    }

    static JsonValue texts(String... texts) {
        return array(Arrays.stream(texts).map(Errors::text).toArray(JsonValue[]::new));
    }

    /** An object of names and values in turn. */
    static JsonValue object(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return new JsonObject(members);
    }
}
