package io.traceops.domain.event;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Map;

/**
 * How large a JSON value is, the same through every door: in bytes of its shortest UTF-8 spelling, and in levels. Bytes are
 * those of text that is well-formed.
 */
public final class JsonMeasure {
    /** The colon behind a name, or the comma behind a value. */
    private static final int SEPARATOR_BYTES = 1;

    private static final int QUOTES_BYTES = 2;

    private JsonMeasure() {}

    /** The bytes of the value written without blanks, escaping only what JSON demands. */
    public static long serialisedBytes(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                long bytes = 2L + commas(object.members().size());
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    bytes += textBytes(member.getKey()) + SEPARATOR_BYTES + serialisedBytes(member.getValue());
                }
                yield bytes;
            }
            case JsonArray array -> {
                long bytes = 2L + commas(array.elements().size());
                for (JsonValue element : array.elements()) {
                    bytes += serialisedBytes(element);
                }
                yield bytes;
            }
            case JsonString string -> textBytes(string.text());
            case JsonNumber number -> number.literal().length();
            case JsonBoolean flag -> flag.value() ? 4 : 5;
            case JsonNull _ -> 4;
        };
    }

    /** The bytes of a member among others of its object: with its colon and a comma, which the last one does without. */
    public static long memberBytes(String name, JsonValue value) {
        return textBytes(name) + 2 * SEPARATOR_BYTES + serialisedBytes(value);
    }

    /** The bytes of an element among others of its array: with a comma, which the last one does without. */
    public static long elementBytes(JsonValue value) {
        return serialisedBytes(value) + SEPARATOR_BYTES;
    }

    /** The bytes of a text with its quotes. */
    public static long textBytes(String text) {
        long bytes = QUOTES_BYTES;
        for (int i = 0; i < text.length(); i++) {
            bytes += characterBytes(text.charAt(i));
        }
        return bytes;
    }

    /** The bytes of a character within a text, 1 to 6. Each half of a surrogate pair counts for two of its four bytes. */
    public static int characterBytes(char c) {
        if (c < 0x20) {
            return switch (c) {
                case '\b', '\f', '\n', '\r', '\t' -> 2;
                default -> 6;
            };
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    /** 1 for a scalar or an empty container, one more for each level inside; stops counting beyond the bound. */
    static int depth(JsonValue value, int depthMax) {
        if (depthMax <= 0) {
            return 1;
        }
        int inner = 0;
        switch (value) {
            case JsonObject object -> {
                for (JsonValue member : object.members().values()) {
                    inner = Math.max(inner, depth(member, depthMax - 1));
                }
            }
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    inner = Math.max(inner, depth(element, depthMax - 1));
                }
            }
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {
                return 0;
            }
        }
        return inner + 1;
    }

    /** Whether every text in the value survives UTF-8. */
    static boolean isWellFormed(JsonValue value) {
        return switch (value) {
            case JsonObject object -> areWellFormed(object.members());
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    if (!isWellFormed(element)) {
                        yield false;
                    }
                }
                yield true;
            }
            case JsonString string -> Text.isWellFormed(string.text());
            case JsonNumber _, JsonBoolean _, JsonNull _ -> true;
        };
    }

    private static boolean areWellFormed(Map<String, JsonValue> members) {
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            if (!Text.isWellFormed(member.getKey()) || !isWellFormed(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static int commas(int size) {
        return Math.max(0, size - 1);
    }
}
