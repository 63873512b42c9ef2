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
import java.util.OptionalLong;

/**
 * One exception of a chain.
 *
 * @param type its class as the runtime prints it; empty if the SDK does not say
 * @param value what it says; may be empty
 * @param framesOldestFirst its stack; may be empty
 * @param mechanism how the SDK came by it; may be empty
 */
record SentryException(String type, String value, List<JsonObject> framesOldestFirst, JsonObject mechanism) {
    private static final int TYPE_LENGTH_MAX = 256;
    private static final int VALUE_LENGTH_MAX = 512;

    static SentryException of(JsonObject json, Platform platform) {
        Optional<String> module = Fields.text(json, "module");
        return new SentryException(
                Fields.text(json, "type")
                        .map(type -> platform.typeName(module, type))
                        .orElse(""),
                Fields.text(json, "value").orElse(""),
                frames(json),
                Fields.object(json, "mechanism").orElse(JsonObject.EMPTY));
    }

    /** The frames in the member {@code stacktrace}. */
    static List<JsonObject> frames(JsonObject holder) {
        return Fields.object(holder, "stacktrace")
                .map(stack -> Fields.objects(Fields.elements(stack, "frames")))
                .orElse(List.of());
    }

    /** {@code Type: value}, or what there is of it. */
    String message() {
        if (type.isEmpty()) {
            return value;
        }
        return value.isEmpty() ? type : type + ": " + value;
    }

    /** Its class and what it says, for people who read the chain. */
    JsonObject summary() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("type", new JsonString(Texts.cut(type, TYPE_LENGTH_MAX)));
        members.put("value", new JsonString(Texts.cut(value, VALUE_LENGTH_MAX)));
        return new JsonObject(members);
    }

    /** Whether it was thrown while another one was on its way: it does not lead there. */
    boolean isSuppressed() {
        return Fields.text(mechanism, "type").filter("suppressed"::equals).isPresent();
    }

    /** Whether any frame may be of the service's own code: the SDK does not say of it that it is not. */
    boolean hasOwnFrame() {
        return framesOldestFirst.stream()
                .anyMatch(frame -> Fields.flag(frame, "in_app").orElse(true));
    }

    OptionalLong id() {
        return Fields.count(mechanism, "exception_id");
    }

    OptionalLong parentId() {
        return Fields.count(mechanism, "parent_id");
    }
}
