package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Metadata that always fits: a member for which there is no room is left out, so what matters most is put first. Not
 * thread-safe.
 */
public final class MetadataDraft {
    private static final int BRACKETS = 2;

    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private long bytes = BRACKETS;

    /** Puts a member, if there is room for it. */
    public MetadataDraft put(String name, JsonValue value) {
        long more = JsonMeasure.memberBytes(name, value);
        if (bytes + more <= Metadata.BYTES_MAX) {
            members.put(name, value);
            bytes += more;
        }
        return this;
    }

    /** Puts a text, if there is one; its first characters if it is too long. */
    public MetadataDraft put(String name, Optional<String> text, int lengthMax) {
        text.ifPresent(found -> put(name, new JsonString(Texts.cut(found, lengthMax))));
        return this;
    }

    public JsonObject object() {
        return new JsonObject(members);
    }
}
