package io.traceops.adapter.sentry.json;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks into objects. A member of another kind than the one asked for counts as absent. */
public final class Fields {
    private static final double EXACT_MAX = 9e15;

    private Fields() {}

    /** A text that is not blank, trimmed; a number or a boolean as its text. */
    public static Optional<String> text(JsonObject object, String name) {
        return object.member(name).flatMap(Fields::text);
    }

    /** The value as a text, see {@link #text(JsonObject, String)}. */
    public static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.text().strip()).filter(text -> !text.isEmpty());
            case JsonNumber number -> Optional.of(number.canonical());
            case JsonBoolean flag -> Optional.of(Boolean.toString(flag.value()));
            default -> Optional.empty();
        };
    }

    public static Optional<JsonObject> object(JsonObject object, String name) {
        return object.member(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The elements of an array; empty if there is none. */
    public static List<JsonValue> elements(JsonObject object, String name) {
        return object.member(name).map(Fields::elements).orElse(List.of());
    }

    /** The elements of an array; empty for any other value. */
    public static List<JsonValue> elements(JsonValue value) {
        return value instanceof JsonArray array ? array.elements() : List.of();
    }

    /** Those of the values that are objects. */
    public static List<JsonObject> objects(List<JsonValue> values) {
        return values.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    public static Optional<Boolean> flag(JsonObject object, String name) {
        return object.member(name)
                .flatMap(value -> value instanceof JsonBoolean flag ? Optional.of(flag.value()) : Optional.empty());
    }

    /** A whole number that is not negative. */
    public static OptionalLong count(JsonObject object, String name) {
        return object.member(name).map(Fields::count).orElse(OptionalLong.empty());
    }

    private static OptionalLong count(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return OptionalLong.empty();
        }
        double count = number.doubleValue();
        boolean isCount = count >= 0 && count <= EXACT_MAX && count == Math.rint(count);
        return isCount ? OptionalLong.of((long) count) : OptionalLong.empty();
    }
}
