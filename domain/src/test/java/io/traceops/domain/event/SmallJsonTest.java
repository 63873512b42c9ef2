package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallJsonTest {
    private static final List<String> TEXTS = List.of(
            "", "a", "plain text", "\u0001\u0002", "\"quoted\"", "\u00e9\u65e5", "\ud83d\ude80", "\ud83d", "x\udc00");

    @Test
    void isWithin_anyValueThatIs_isWithinByExactMeasureToo() {
        Random random = new Random(1);
        int within = 0;
        for (int i = 0; i < 20_000; i++) {
            JsonValue value = value(random, 4);
            int bytesMax = random.nextInt(300);
            int depthMax = random.nextInt(4);
            if (SmallJson.isWithin(value, bytesMax, depthMax)) {
                within++;
                assertThat(JsonMeasure.serialisedBytes(value)).as("%s", value).isLessThanOrEqualTo(bytesMax);
                assertThat(JsonMeasure.depth(value, 10)).as("%s", value).isLessThanOrEqualTo(depthMax);
                assertThat(JsonMeasure.isWellFormed(value)).as("%s", value).isTrue();
            }
        }
        assertThat(within).isGreaterThan(2_000);
    }

    @Test
    void isWithin_usualMetadata_is() {
        JsonObject metadata = new JsonObject(Map.of(
                "stack", new JsonString("at a.b.c(D.java:1)\n".repeat(60)),
                "user", new JsonObject(Map.of("id", JsonNumber.of(7), "tags", new JsonArray(List.of(JsonNull.NULL))))));

        assertThat(SmallJson.isWithin(metadata, Metadata.BYTES_MAX, Metadata.DEPTH_MAX))
                .isTrue();
    }

    @Test
    void isWithin_manyTinyValues_isNot() {
        List<JsonValue> tiny = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            tiny.add(new JsonArray(List.of()));
        }

        assertThat(SmallJson.isWithin(new JsonArray(tiny), Metadata.BYTES_MAX, Metadata.DEPTH_MAX))
                .isFalse();
    }

    private static JsonValue value(Random random, int levels) {
        return switch (random.nextInt(levels > 0 ? 6 : 4)) {
            case 0 -> new JsonString(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> JsonNumber.of(random.nextLong());
            case 2 -> new JsonBoolean(random.nextBoolean());
            case 3 -> JsonNull.NULL;
            case 4 -> {
                List<JsonValue> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(random, levels - 1));
                }
                yield new JsonArray(elements);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(TEXTS.get(random.nextInt(TEXTS.size())), value(random, levels - 1));
                }
                yield new JsonObject(members);
            }
        };
    }
}
