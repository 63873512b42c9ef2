package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** The ids that SDKs give: 32 hexadecimal digits, with or without the dashes of a UUID. */
final class EventIds {
    private static final int LENGTH = 32;

    private EventIds() {}

    /** The id in the member {@code event_id}, without dashes and in lower case; empty if it is missing or no such id. */
    static Optional<String> of(JsonObject object) {
        return Fields.text(object, "event_id")
                .map(id -> id.replace("-", "").toLowerCase(Locale.ROOT))
                .filter(EventIds::isHex);
    }

    private static boolean isHex(String id) {
        return id.length() == LENGTH && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
