package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.LenientJson;
import io.traceops.adapter.sentry.json.LenientJson.Reading;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * An event as an SDK sent it, without what nobody reads: breadcrumbs, extra data, loaded modules, debug images.
 *
 * @param json the members that are read
 */
public record SentryEvent(JsonObject json) {
    /** The largest event, in bytes of its JSON. SDKs keep theirs below one MiB. */
    public static final int BYTES_MAX = 4 << 20;

    /** The members that are read, under their names of today and of former times. */
    private static final Set<String> MEMBERS = Set.of(
            "event_id",
            "timestamp",
            "level",
            "logger",
            "platform",
            "project",
            "message",
            "logentry",
            "sentry.interfaces.Message",
            "exception",
            "sentry.interfaces.Exception",
            "stacktrace",
            "sentry.interfaces.Stacktrace",
            "threads",
            "fingerprint",
            "tags",
            "release",
            "dist",
            "environment",
            "user",
            "sentry.interfaces.User",
            "request",
            "sentry.interfaces.Http",
            "transaction",
            "server_name",
            "sdk",
            "contexts");

    /** What the bytes were. */
    public sealed interface Outcome {
        /** An event. */
        record Read(SentryEvent event) implements Outcome {}

        /** More bytes than are read. */
        record TooLarge() implements Outcome {}

        /**
         * No event.
         *
         * @param problem what is wrong, readable after "the event"
         */
        record Unreadable(String problem) implements Outcome {}
    }

    /** Reads the event that stands between two indexes. */
    public static Outcome read(byte[] bytes, int from, int to) {
        if (to - from > BYTES_MAX) {
            return new Outcome.TooLarge();
        }
        return switch (LenientJson.read(bytes, from, to, MEMBERS::contains)) {
            case Reading.Read(JsonObject object) -> new Outcome.Read(new SentryEvent(object));
            case Reading.Unreadable(String problem) -> new Outcome.Unreadable(problem);
        };
    }

    /** A member under its name of today, else under the one of former times. */
    Optional<JsonValue> member(String name, String formerName) {
        return json.member(name).filter(SentryEvent::saysSomething).or(() -> json.member(formerName));
    }

    Optional<JsonObject> object(String name, String formerName) {
        return Fields.object(json, name).or(() -> Fields.object(json, formerName));
    }

    Optional<String> text(String name) {
        return Fields.text(json, name);
    }

    /** The project that the event itself names, as SDKs of former times did. */
    public Optional<String> project() {
        return text("project");
    }

    Platform platform() {
        return Platform.of(text("platform"));
    }

    private static boolean saysSomething(JsonValue value) {
        return value != JsonValue.JsonNull.NULL;
    }
}
