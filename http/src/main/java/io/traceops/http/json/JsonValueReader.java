package io.traceops.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON object as a value, and stops keeping it once it is certain to be too large: a body full of tiny values
 * would otherwise take many times its size in memory. Reads one object; not thread-safe. The depth of its recursion is
 * bounded by {@link JsonInput#DEPTH_MAX}.
 */
public final class JsonValueReader {
    private final JsonParser parser;
    private final int bytesMax;
    /** What the value takes when serialised, or less. */
    private long bytes;

    private Optional<String> numberProblem = Optional.empty();

    /** @param bytesMax the largest object that is kept, in bytes when serialised */
    public JsonValueReader(JsonParser parser, int bytesMax) {
        this.parser = parser;
        this.bytesMax = bytesMax;
    }

    /** The object that begins at the current token. Whether it can be used, {@link #problem} says. */
    public JsonObject readObject() throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        bytes += 2;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            bytes += name.length() + 3L;
            parser.nextToken();
            JsonValue value = readValue();
            if (isKept()) {
                members.put(name, value);
            }
        }
        return new JsonObject(members);
    }

    /** Says why the object that was read cannot be used; empty if it can. */
    public Optional<String> problem() {
        return isKept()
                ? numberProblem
                : Optional.of("has more than " + bytesMax + " bytes when serialised, allowed 0 to " + bytesMax);
    }

    private boolean isKept() {
        return bytes <= bytesMax;
    }

    private JsonValue readValue() throws IOException {
        if (!isKept()) {
            parser.skipChildren();
            return JsonNull.NULL;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> string(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> constant(new JsonBoolean(true), 4);
            case VALUE_FALSE -> constant(new JsonBoolean(false), 5);
            case VALUE_NULL -> constant(JsonNull.NULL, 4);
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no JSON value begins with " + parser.currentToken());
        };
    }

    private JsonArray readArray() throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        bytes += 2;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValue element = readValue();
            if (isKept()) {
                elements.add(element);
            }
        }
        return new JsonArray(elements);
    }

    private JsonString string(String text) {
        bytes += text.length() + 2L;
        return new JsonString(text);
    }

    private JsonValue number(String literal) {
        bytes += literal.length();
        Optional<String> problem = JsonNumber.problemOf(literal);
        if (problem.isPresent()) {
            numberProblem = numberProblem.or(() -> problem.map(text -> "has a value that cannot be kept: " + text));
            return JsonNull.NULL;
        }
        return new JsonNumber(literal);
    }

    private <T extends JsonValue> T constant(T value, int length) {
        bytes += length;
        return value;
    }
}
