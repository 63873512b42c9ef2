package io.traceops.adapter.sentry.json;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads one object within the bounds of {@link LenientJson}. Not thread-safe. */
final class ValueReader {
    /** What frames carry of source and variables; by far the most of an event, and nothing reads it. */
    private static final Set<String> BALLAST =
            Set.of("vars", "pre_context", "context_line", "post_context", "source_link", "registers");

    /** Frames, and whatever else has such members, begin no higher. */
    private static final int BALLAST_DEPTH_MIN = 3;

    private final JsonParser parser;
    private final Predicate<String> wanted;

    /** How many values are kept. */
    private int kept;

    ValueReader(JsonParser parser, Predicate<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /** The object that begins at the current token. */
    JsonObject readObject() throws IOException {
        return object(1);
    }

    private JsonObject object(int depth) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (kept < LenientJson.VALUES_MAX && isWanted(name, depth)) {
                members.put(Texts.repair(name), value(depth));
            } else {
                parser.skipChildren();
            }
        }
        return new JsonObject(members);
    }

    private boolean isWanted(String name, int depth) {
        return depth == 1 ? wanted.test(name) : depth <= BALLAST_DEPTH_MIN || !BALLAST.contains(name);
    }

    private JsonArray array(int depth) throws IOException {
        BothEnds ends = new BothEnds();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int before = kept;
            JsonValue element = value(depth);
            kept -= ends.add(element, kept - before);
        }
        return new JsonArray(ends.elements());
    }

    /** The value at the current token, which stands in a container of the given depth. */
    private JsonValue value(int depth) throws IOException {
        if (kept >= LenientJson.VALUES_MAX) {
            parser.skipChildren();
            return JsonNull.NULL;
        }
        kept++;
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth < LenientJson.DEPTH_MAX ? object(depth + 1) : skipped();
            case START_ARRAY -> depth < LenientJson.DEPTH_MAX ? array(depth + 1) : skipped();
            case VALUE_STRING -> new JsonString(Texts.repair(Texts.cut(parser.getText(), LenientJson.TEXT_LENGTH_MAX)));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> JsonNull.NULL;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no JSON value begins with " + parser.currentToken());
        };
    }

    private JsonNull skipped() throws IOException {
        parser.skipChildren();
        return JsonNull.NULL;
    }

    private static JsonValue number(String literal) {
        return JsonNumber.problemOf(literal).isEmpty() ? new JsonNumber(literal) : JsonNull.NULL;
    }
}
