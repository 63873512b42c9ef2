package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags of an event: a map, or a list of pairs. */
final class Tags {
    private static final int TAGS_MAX = 50;
    private static final int NAME_LENGTH_MAX = 64;
    private static final int VALUE_LENGTH_MAX = 256;

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private Tags() {}

    /** The first tags that have a name and a value; absent if there are none. */
    static Optional<JsonObject> of(SentryEvent event) {
        Tags tags = new Tags();
        event.json().member("tags").ifPresent(value -> {
            if (value instanceof JsonObject map) {
                map.members().forEach(tags::add);
            } else {
                Fields.elements(value).forEach(pair -> tags.addPair(Fields.elements(pair)));
            }
        });
        return tags.members.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(tags.members));
    }

    private void addPair(List<JsonValue> pair) {
        if (pair.size() == 2) {
            Fields.text(pair.getFirst()).ifPresent(name -> add(name, pair.getLast()));
        }
    }

    private void add(String name, JsonValue value) {
        String shortName = Texts.cut(name.strip(), NAME_LENGTH_MAX);
        Optional<String> text = Fields.text(value);
        if (!shortName.isEmpty() && text.isPresent() && members.size() < TAGS_MAX) {
            members.put(shortName, new JsonString(Texts.cut(text.get(), VALUE_LENGTH_MAX)));
        }
    }
}
