package io.traceops.adapter.memory;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value as bytes: a head, then what the head announces. A text of that many bytes in one of its three forms; a
 * number of that many characters in the spelling of the client; an array of that many values; an object of that many
 * pairs of a name and a value, in the order in which they came; or one of the three literals.
 */
final class JsonBytes {
    private static final int NUMBER = 3;
    private static final int ARRAY = 4;
    private static final int OBJECT = 5;
    private static final int LITERAL = 6;

    private static final int NULL = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;

    private JsonBytes() {}

    static void write(JsonValue value, ByteWriter to) {
        switch (value) {
            case JsonString string -> to.putText(string.text());
            case JsonNumber number -> {
                to.putHead(number.literal().length(), NUMBER);
                to.putLatin1(number.literal());
            }
            case JsonArray array -> {
                to.putHead(array.elements().size(), ARRAY);
                array.elements().forEach(element -> write(element, to));
            }
            case JsonObject object -> {
                to.putHead(object.members().size(), OBJECT);
                object.members().forEach((name, member) -> {
                    to.putText(name);
                    write(member, to);
                });
            }
            case JsonBoolean flag -> to.putHead(flag.value() ? TRUE : FALSE, LITERAL);
            case JsonNull _ -> to.putHead(NULL, LITERAL);
        }
    }

    static JsonValue read(ByteReader from) {
        long head = from.head();
        int length = ByteReader.length(head);
        return switch (ByteReader.kind(head)) {
            case NUMBER -> new JsonNumber(from.characters(length, StandardCharsets.ISO_8859_1));
            case ARRAY -> array(from, length);
            case OBJECT -> object(from, length);
            case LITERAL -> literal(length);
            default -> new JsonString(from.text(head));
        };
    }

    private static JsonArray array(ByteReader from, int length) {
        List<JsonValue> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(read(from));
        }
        return new JsonArray(elements);
    }

    private static JsonObject object(ByteReader from, int length) {
        Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(length);
        for (int i = 0; i < length; i++) {
            String name = from.text();
            members.put(name, read(from));
        }
        return new JsonObject(members);
    }

    private static JsonValue literal(int which) {
        return switch (which) {
            case NULL -> JsonNull.NULL;
            case TRUE -> new JsonBoolean(true);
            case FALSE -> new JsonBoolean(false);
            default -> throw new IllegalStateException("not a literal: " + which);
        };
    }
}
