package io.traceops.adapter.sentry.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataDraftTest {
    private static final JsonValue EVERY_KIND = new JsonArray(List.of(
            new JsonString("\u0000\b\n\\ü€😀"),
            new JsonNumber("1.50"),
            new JsonBoolean(true),
            JsonNull.NULL,
            new JsonObject(Map.of("\u0001\"", JsonObject.EMPTY))));

    @Test
    void members_ofAnyKind_areTakenAsLongAsTheDomainTakesThem() {
        MetadataDraft draft = new MetadataDraft();
        for (int i = 0; i < Metadata.BYTES_MAX; i++) {
            draft.put(i + "\n😀", EVERY_KIND);
        }
        // What room is left takes the smallest member that there can be.
        for (char name = 'a'; name <= 'z'; name++) {
            draft.put("" + name, JsonNumber.of(0));
        }

        assertThat(Metadata.problemOf(draft.object())).isEmpty();
        assertThat(JsonMeasure.serialisedBytes(draft.object()))
                .isBetween(Metadata.BYTES_MAX - 7L, (long) Metadata.BYTES_MAX);
    }
}
