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

class JsonOrderTest {
    private static final int CASES = 20_000;

    @Test
    void order_anyThreeValues_isTotalAndAgreesWithEquality() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            JsonValue a = value(random, 3);
            JsonValue b = value(random, 3);
            JsonValue c = value(random, 3);
            int ab = Integer.signum(compare(a, b));
            assertThat(ab).as("%s and %s", a, b).isEqualTo(-Integer.signum(compare(b, a)));
            assertThat(ab == 0).as("%s and %s", a, b).isEqualTo(a.equals(b));
            if (ab <= 0 && compare(b, c) <= 0) {
                assertThat(compare(a, c)).as("%s, %s and %s", a, b, c).isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void order_ofKinds_isTheOneThatIsWritten() {
        List<JsonValue> kinds = List.of(
                JsonNull.NULL,
                new JsonBoolean(false),
                new JsonBoolean(true),
                JsonNumber.of(1),
                new JsonString("1"),
                new JsonArray(List.of()),
                new JsonArray(List.of(JsonNull.NULL)),
                JsonObject.EMPTY,
                new JsonObject(Map.of("a", JsonNull.NULL)));

        assertThat(kinds.reversed().stream().sorted(JsonOrder.INSTANCE)).containsExactlyElementsOf(kinds);
    }

    private static int compare(JsonValue a, JsonValue b) {
        return JsonOrder.INSTANCE.compare(a, b);
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> new JsonNumber(List.of("1", "1.0", "2", "10", "-1").get(random.nextInt(5)));
            case 3 -> new JsonString(List.of("", "a", "b", "ab").get(random.nextInt(4)));
            case 4 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonArray array(Random random, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            elements.add(value(random, depth - 1));
        }
        return new JsonArray(elements);
    }

    private static JsonObject object(Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put(List.of("x", "y", "z").get(random.nextInt(3)), value(random, depth - 1));
        }
        return new JsonObject(members);
    }
}
