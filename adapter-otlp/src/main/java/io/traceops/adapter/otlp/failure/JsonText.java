package io.traceops.adapter.otlp.failure;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a log record as a text to read: itself if it is one, else roughly as JSON, without escapes. */
final class JsonText {
    private JsonText() {}

    static String of(JsonValue body) {
        return switch (body) {
            case JsonString string -> string.text();
            case JsonNumber number -> number.literal();
            case JsonBoolean flag -> Boolean.toString(flag.value());
            case JsonNull _ -> "";
            case JsonObject object ->
                object.members().entrySet().stream().map(JsonText::member).collect(Collectors.joining(", ", "{", "}"));
            case JsonArray array ->
                array.elements().stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String member(Map.Entry<String, JsonValue> member) {
        return member.getKey() + ": " + of(member.getValue());
    }
}
