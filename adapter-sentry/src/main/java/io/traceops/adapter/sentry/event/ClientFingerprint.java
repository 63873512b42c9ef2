package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.List;
import java.util.Optional;

/** The fingerprint that a client gives, unless it is the default one, which some SDKs send with every event. */
final class ClientFingerprint {
    /** The rules look at no more than this, in parts and in characters of a part. */
    private static final int PARTS_MAX = 32;

    private static final int PART_LENGTH_MAX = 1_024;

    /** The most bytes that a fingerprint takes when serialised; where it would take more its parts are cut short. */
    static final int BYTES_MAX = 12 << 10;

    private static final int PART_LENGTH_IF_LARGE = 60;

    private ClientFingerprint() {}

    static Optional<JsonArray> of(SentryEvent event) {
        List<String> parts = Fields.elements(event.json(), "fingerprint").stream()
                .flatMap(part -> Fields.text(part).stream())
                .limit(PARTS_MAX)
                .toList();
        boolean isDefault = parts.isEmpty() || (parts.size() == 1 && isDefault(parts.getFirst()));
        return isDefault ? Optional.empty() : Optional.of(fitting(parts));
    }

    private static JsonArray fitting(List<String> parts) {
        JsonArray fingerprint = array(parts, PART_LENGTH_MAX);
        return JsonMeasure.serialisedBytes(fingerprint) <= BYTES_MAX ? fingerprint : array(parts, PART_LENGTH_IF_LARGE);
    }

    private static JsonArray array(List<String> parts, int lengthMax) {
        return new JsonArray(parts.stream()
                .<JsonValue>map(part -> new JsonString(Texts.cut(part, lengthMax)))
                .toList());
    }

    private static boolean isDefault(String part) {
        return part.startsWith("{{")
                && part.endsWith("}}")
                && part.length() >= 4
                && part.substring(2, part.length() - 2).strip().equals("default");
    }
}
