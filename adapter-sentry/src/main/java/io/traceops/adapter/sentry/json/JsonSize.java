package io.traceops.adapter.sentry.json;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Text;

/** How many bytes values take when serialised without blanks, each with the comma behind it: never less than they take. */
public final class JsonSize {
    private static final int COMMA = 1;
    private static final int COLON = 1;
    private static final int BRACKETS = 2;

    private JsonSize() {}

    /** A member of an object. */
    public static long ofMember(String name, JsonValue value) {
        return quoted(name) + COLON + of(value);
    }

    public static long of(JsonValue value) {
        return COMMA
                + switch (value) {
                    case JsonObject object ->
                        BRACKETS
                                + object.members().entrySet().stream()
                                        .mapToLong(member -> ofMember(member.getKey(), member.getValue()))
                                        .sum();
                    case JsonArray array ->
                        BRACKETS
                                + array.elements().stream()
                                        .mapToLong(JsonSize::of)
                                        .sum();
                    case JsonString string -> quoted(string.text());
                    case JsonNumber number -> number.literal().length();
                    case JsonBoolean _, JsonNull _ -> "false".length();
                };
    }

    private static long quoted(String text) {
        long bytes = 2L + Text.utf8Length(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                bytes += 5;
            } else if (c == '"' || c == '\\') {
                bytes += 1;
            }
        }
        return bytes;
    }
}
