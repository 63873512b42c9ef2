package io.traceops.adapter.otlp.failure;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Map;

/** How many bytes JSON takes in UTF-8, never judged too low: what metadata must keep within. */
final class JsonSize {
    private JsonSize() {}

    static int of(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                int bytes = 2;
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    bytes += ofMember(member.getKey(), member.getValue());
                }
                yield bytes;
            }
            case JsonArray array -> {
                int bytes = 2;
                for (JsonValue element : array.elements()) {
                    bytes += of(element) + 1;
                }
                yield bytes;
            }
            case JsonString string -> ofText(string.text());
            case JsonNumber number -> number.literal().length();
            case JsonBoolean _, JsonNull _ -> 5;
        };
    }

    /** A member of an object, with its colon and its comma. */
    static int ofMember(String name, JsonValue value) {
        return ofText(name) + 2 + of(value);
    }

    /** A text with its quotes. */
    static int ofText(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += ofCharacter(text.charAt(i));
        }
        return bytes;
    }

    /** Where a text must end that starts at an index and may take so many bytes; never within a surrogate pair. */
    static int end(String text, int from, int bytesMax) {
        int end = from;
        int bytes = 0;
        while (end < text.length()) {
            bytes += ofCharacter(text.charAt(end));
            if (bytes > bytesMax) {
                break;
            }
            end++;
        }
        boolean splitsPair = end > from && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return splitsPair ? end - 1 : end;
    }

    /** Where a text must start that goes to the end and may take so many bytes; never within a surrogate pair. */
    static int start(String text, int bytesMax) {
        int start = text.length();
        int bytes = 0;
        while (start > 0) {
            bytes += ofCharacter(text.charAt(start - 1));
            if (bytes > bytesMax) {
                break;
            }
            start--;
        }
        boolean splitsPair = start < text.length() && Character.isLowSurrogate(text.charAt(start));
        return splitsPair ? start + 1 : start;
    }

    /** Each half of a surrogate pair counts for two of its four bytes. */
    private static int ofCharacter(char c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t' || c == '\r' ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
