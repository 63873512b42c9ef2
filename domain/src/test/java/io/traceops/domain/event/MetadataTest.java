package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    @ParameterizedTest
    @ValueSource(strings = {"userId", "user_id", "user.id"})
    void userId_underEachName_isRead(String name) {
        assertThat(metadata(Map.of(name, text("u1"))).userId()).contains("u1");
    }

    @Test
    void userId_severalNames_firstInOrderWins() {
        assertThat(metadata(Map.of("user_id", text("second"), "userId", text("first"), "user.id", text("third")))
                        .userId())
                .contains("first");
        assertThat(metadata(Map.of("user_id", text("second"), "userId", text(" ")))
                        .userId())
                .contains("second");
    }

    @Test
    void userId_insideAUserObject_isRead() {
        JsonObject user = new JsonObject(Map.of("id", JsonNumber.of(42)));

        assertThat(metadata(Map.of("user", user)).userId()).contains("42");
        assertThat(metadata(Map.of("user", text("no object"))).userId()).isEmpty();
        assertThat(metadata(Map.of("user", JsonObject.EMPTY)).userId()).isEmpty();
    }

    @Test
    void userId_malformed_isAbsent() {
        assertThat(metadata(Map.of("userId", new JsonBoolean(true))).userId()).isEmpty();
        assertThat(metadata(Map.of("userId", new JsonArray(List.of()))).userId())
                .isEmpty();
        assertThat(Metadata.EMPTY.userId()).isEmpty();
    }

    @Test
    void release_trimmedCutAndNumbersInOneSpelling() {
        assertThat(metadata(Map.of("release", text("  v1.4.2 "))).release()).contains("v1.4.2");
        assertThat(metadata(Map.of("version", new JsonNumber("2.0"))).release()).contains("2");
        assertThat(metadata(Map.of("service.version", text("x".repeat(300)))).release())
                .contains("x".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "env"})
    void environment_underEachName_isRead(String name) {
        assertThat(metadata(Map.of(name, text("prod"))).environment()).contains("prod");
    }

    @Test
    void problemOf_withinTheBounds_isNone() {
        assertThat(Metadata.problemOf(JsonObject.EMPTY)).isEmpty();
        assertThat(Metadata.problemOf(nested(32))).isEmpty();
        // {"a":"…"} has 8 bytes around the text.
        assertThat(Metadata.problemOf(new JsonObject(Map.of("a", text("x".repeat(Metadata.BYTES_MAX - 8))))))
                .isEmpty();
    }

    @Test
    void problemOf_beyondABound_saysWhich() {
        assertThat(Metadata.problemOf(nested(33)).orElseThrow()).contains("32 levels");
        assertThat(Metadata.problemOf(new JsonObject(Map.of("a", text("x".repeat(Metadata.BYTES_MAX - 7)))))
                        .orElseThrow())
                .contains("65537")
                .contains("65536");
        assertThat(Metadata.problemOf(new JsonObject(Map.of("a\ud800", text("x"))))
                        .orElseThrow())
                .contains("surrogate");
        assertThat(Metadata.problemOf(new JsonObject(Map.of("a", new JsonArray(List.of(text("\udc00"))))))
                        .orElseThrow())
                .contains("surrogate");
    }

    @Test
    void isEmpty_onlyWithoutMembers() {
        assertThat(Metadata.EMPTY.isEmpty()).isTrue();
        assertThat(metadata(Map.of("a", new JsonBoolean(false))).isEmpty()).isFalse();
    }

    private static JsonObject nested(int levels) {
        JsonObject value = JsonObject.EMPTY;
        for (int i = 1; i < levels; i++) {
            value = new JsonObject(Map.of("x", value));
        }
        return value;
    }

    private static Metadata metadata(Map<String, JsonValue> members) {
        return new Metadata(new JsonObject(members));
    }

    private static JsonString text(String text) {
        return new JsonString(text);
    }
}
