package io.traceops.domain.event;

import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Optional;

/**
 * What a client says of an event beside its message: one JSON object, stored and returned as it came. No metadata and
 * an empty object are the same. The rules read a few well-known members; a member that is missing or malformed is
 * absent, and never a reason to refuse an event.
 *
 * @param object at most {@value #BYTES_MAX} bytes serialised and {@value #DEPTH_MAX} levels deep, see {@link #problemOf}
 */
public record Metadata(JsonObject object) {
    public static final int BYTES_MAX = 64 * 1024;
    public static final int DEPTH_MAX = 32;
    public static final Metadata EMPTY = new Metadata(JsonObject.EMPTY);

    /** The longest user id, release or environment that is read; a longer one is cut. */
    private static final int VALUE_LENGTH_MAX = 256;

    /** Says what keeps an object from being metadata; empty if nothing does. */
    public static Optional<String> problemOf(JsonObject object) {
        return SmallJson.isWithin(object, BYTES_MAX, DEPTH_MAX) ? Optional.empty() : problemOfLarge(object);
    }

    private static Optional<String> problemOfLarge(JsonObject object) {
        int depth = JsonMeasure.depth(object, DEPTH_MAX + 1);
        if (depth > DEPTH_MAX) {
            return Optional.of("is more than " + DEPTH_MAX + " levels deep");
        }
        if (!JsonMeasure.isWellFormed(object)) {
            return Optional.of("has text that is not valid Unicode: half of a surrogate pair stands alone");
        }
        long bytes = JsonMeasure.serialisedBytes(object);
        return bytes > BYTES_MAX
                ? Optional.of("has " + bytes + " bytes when serialised, allowed 0 to " + BYTES_MAX)
                : Optional.empty();
    }

    public boolean isEmpty() {
        return object.members().isEmpty();
    }

    /** Who met the error: the first usable one of {@code userId}, {@code user_id}, {@code user.id}. */
    public Optional<String> userId() {
        return text("userId").or(() -> text("user_id")).or(() -> text("user.id"));
    }

    /** The version that ran: the first usable one of {@code release}, {@code version}, {@code service.version}. */
    public Optional<String> release() {
        return text("release").or(() -> text("version")).or(() -> text("service.version"));
    }

    /** Where it ran: the first usable one of {@code environment}, {@code env}. */
    public Optional<String> environment() {
        return text("environment").or(() -> text("env"));
    }

    /**
     * A member by its name; a dotted name is also looked for one level down, so that {@code user.id} finds both
     * {@code {"user.id":1}} and {@code {"user":{"id":1}}}.
     */
    public Optional<JsonValue> member(String name) {
        Optional<JsonValue> direct = object.member(name);
        int dot = name.indexOf('.');
        if (direct.isPresent() || dot < 0) {
            return direct;
        }
        return object.member(name.substring(0, dot))
                .flatMap(outer ->
                        outer instanceof JsonObject inner ? inner.member(name.substring(dot + 1)) : Optional.empty());
    }

    /** A non-blank string, or a number in its canonical spelling, trimmed and cut to a bounded length. */
    private Optional<String> text(String name) {
        return member(name)
                .flatMap(value -> switch (value) {
                    case JsonString string -> Optional.of(string.text().strip());
                    case JsonNumber number -> Optional.of(number.canonical());
                    default -> Optional.empty();
                })
                .filter(text -> !text.isEmpty())
                .map(text -> Text.cut(text, VALUE_LENGTH_MAX));
    }
}
