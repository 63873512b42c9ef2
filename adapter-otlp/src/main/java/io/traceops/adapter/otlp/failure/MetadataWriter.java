package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes metadata that always fits: what matters most is written first, and what there is no room for is left out. One
 * writer writes the metadata of one event.
 */
final class MetadataWriter {
    /** The longest text that is an attribute among others, in characters. */
    static final int ATTRIBUTE_LENGTH_MAX = 1_024;

    private static final long BRACES = 2;

    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private long bytesLeft = Metadata.BYTES_MAX - BRACES;

    void text(String name, Optional<String> text, int lengthMax) {
        text.filter(value -> !value.isEmpty()).ifPresent(value -> text(name, value, lengthMax));
    }

    /** Writes a text, cut to a length in characters; an empty one is not written. */
    void text(String name, String text, int lengthMax) {
        if (!text.isEmpty()) {
            member(name, new JsonString(Text.cut(text, lengthMax)));
        }
    }

    void member(String name, JsonValue value) {
        long bytes = JsonMeasure.memberBytes(name, value);
        if (bytes <= bytesLeft) {
            bytesLeft -= bytes;
            members.put(name, value);
        }
    }

    /**
     * Writes a stack, as much of it as fits.
     *
     * @param reservedBytes what is to be left for others
     */
    void stack(String stack, int reservedBytes) {
        String name = "stack";
        long bytesMax = bytesLeft - reservedBytes - JsonMeasure.memberBytes(name, new JsonString(""));
        if (!stack.isBlank()) {
            text(name, StackCut.cut(stack, bytesMax), Integer.MAX_VALUE);
        }
    }

    /** The attributes that are no members of their own, as many as fit into so many bytes, the first of a name. */
    static JsonObject others(int bytesMax, Attributes... sources) throws MalformedExport {
        Map<String, JsonValue> others = new LinkedHashMap<>();
        long bytesLeft = bytesMax - BRACES;
        for (Attributes source : sources) {
            for (String name : source.names()) {
                if (Names.MAPPED.contains(name) || others.containsKey(name)) {
                    continue;
                }
                Optional<JsonValue> value = source.json(name, ATTRIBUTE_LENGTH_MAX);
                long bytes =
                        value.map(found -> JsonMeasure.memberBytes(name, found)).orElse(0L);
                if (value.isPresent() && bytes <= bytesLeft) {
                    bytesLeft -= bytes;
                    others.put(name, value.get());
                }
            }
        }
        return new JsonObject(others);
    }

    void object(String name, JsonObject object) {
        if (!object.members().isEmpty()) {
            member(name, object);
        }
    }

    JsonObject written() {
        return new JsonObject(members);
    }
}
