package io.traceops.adapter.otlp.wire;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a resource, a span, an event of a span or a log record says of itself. Values are read when they are asked for.
 *
 * <p>Holds those that the mapping asks for by name, and of the others the first {@value #OTHERS_MAX}: as many as SDKs
 * send unless told otherwise.
 *
 * <p>Not thread-safe while attributes are added.
 */
public final class Attributes {
    /** The most attributes that are kept beside the well-known ones. */
    public static final int OTHERS_MAX = 128;

    private final Set<String> wellKnown;
    private final Map<String, Slice> values = new LinkedHashMap<>();
    private int others;

    /** @param wellKnown the names that are kept however many attributes there are */
    public Attributes(Set<String> wellKnown) {
        this.wellKnown = wellKnown;
    }

    /** Adds a {@code KeyValue}. Of two with one name the first counts. */
    public void add(Slice keyValue) throws MalformedExport {
        AnyValues.Entry entry = AnyValues.entry(keyValue);
        if (entry.key().isEmpty() || values.containsKey(entry.key())) {
            return;
        }
        if (!wellKnown.contains(entry.key())) {
            if (others == OTHERS_MAX) {
                return;
            }
            others++;
        }
        values.put(entry.key(), entry.value());
    }

    /** The names, in the order in which they came. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** A text, or a number or a boolean as text, cut to a length in characters; absent if there is none or it is empty. */
    public Optional<String> text(String name, int lengthMax) throws MalformedExport {
        Optional<JsonValue> value = json(name, lengthMax);
        return value.flatMap(found -> switch (found) {
                    case JsonString string -> Optional.of(string.text());
                    case JsonNumber number -> Optional.of(number.literal());
                    case JsonBoolean flag -> Optional.of(Boolean.toString(flag.value()));
                    default -> Optional.empty();
                })
                .filter(text -> !text.isEmpty());
    }

    /** The value, each text in it cut to a length in characters, and cut itself where it is too deep or too large. */
    public Optional<JsonValue> json(String name, int lengthMax) throws MalformedExport {
        Slice value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(json(value, lengthMax));
    }

    /** A value that stands by itself, such as the body of a log record. */
    public static JsonValue json(Slice anyValue, int lengthMax) throws MalformedExport {
        return AnyValues.json(anyValue, lengthMax);
    }
}
