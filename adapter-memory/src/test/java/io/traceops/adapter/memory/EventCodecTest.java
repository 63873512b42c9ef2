package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.impact.DistinctKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final List<EventType> TYPES = List.of(EventType.values());

    private final WrittenEvents written = new WrittenEvents();

    @Test
    void event_anyEvent_comesBackAsItWas() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Event event = Event.of(
                    TYPES.get(random.nextInt(3)),
                    new EventId("e" + Long.toHexString(random.nextLong())),
                    Samples.SERVICE,
                    random.nextLong() >>> 1,
                    text(random),
                    new Metadata(object(random, 3)));
            Entry entry = Samples.entry(event);
            long receivedAtMicros = random.nextLong();

            EventBytes bytes = written.write(entry, receivedAtMicros);
            StoredEvent stored = EventCodec.storedEvent(bytes, Samples.SERVICE);

            assertThat(stored.event()).as("seed %d", seed).isEqualTo(event);
            assertThat(stored.event().metadata().toString())
                    .as("the order of members and the spelling of numbers, seed %d", seed)
                    .isEqualTo(event.metadata().toString());
            assertThat(stored.receivedAtMicros()).isEqualTo(receivedAtMicros);
            assertThat(bytes.moment()).isEqualTo(event.moment());
            assertThat(bytes.type()).isEqualTo(event.type());
            assertThat(stored.issueId())
                    .isEqualTo(entry instanceof ErrorEntry error ? Optional.of(error.issueId()) : Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"userId\":\"ada\"}", "{\"route\":\"/cart\"}", "{\"userId\":\"ada\",\"route\":\"/cart\"}"})
    void keys_userAndRouteGivenOrNot_areThose(String which) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (which.contains("userId")) {
            members.put("userId", new JsonString("ada"));
        }
        if (which.contains("route")) {
            members.put("route", new JsonString("/cart"));
        }
        EventBytes bytes =
                written.write(Samples.error("e1", 5, "Pool exhausted", new Metadata(new JsonObject(members))));

        assertThat(bytes.userKey().stream().boxed().toList())
                .isEqualTo(which.contains("userId") ? List.of(DistinctKey.of("ada")) : List.of());
        assertThat(bytes.routeKey().stream().boxed().toList())
                .isEqualTo(which.contains("route") ? List.of(DistinctKey.of("/cart")) : List.of());
        assertThat(bytes.id()).isEqualTo(new EventId("e1"));
    }

    @Test
    void compareId_anyIds_isTheirOrder() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            EventId a = new EventId(Integer.toString(random.nextInt(2_000), 36));
            EventId b = new EventId(Integer.toString(random.nextInt(2_000), 36));
            assertThat(Integer.signum(written.error(a.value(), 0).compareId(b)))
                    .as("%s and %s", a, b)
                    .isEqualTo(Integer.signum(a.compareTo(b)));
        }
    }

    @Test
    void text_inAnyAlphabet_isNeverLongerThanInUtf8() {
        for (String text : List.of(
                "plain",
                "Zeit\u00fcberschreitung",
                "\u65e5\u672c\u8a9e\u306e\u30a8\u30e9\u30fc",
                "caf\u00e9 \ud83d\ude80")) {
            ByteWriter to = new ByteWriter(1);
            to.putText(text);
            assertThat(to.size()).as(text).isLessThanOrEqualTo(1 + text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static String text(Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(20);
        int alphabet = random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (alphabet) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x100));
                case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append(random.nextInt(20) == 0 ? (char) random.nextInt(0x10000) : 'x');
            }
        }
        return text.toString();
    }

    private static JsonObject object(Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(text(random), value(random, depth));
        }
        return new JsonObject(members);
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> new JsonNumber(Double.toString(random.nextGaussian()));
            case 3 -> new JsonNumber(random.nextInt() + (random.nextBoolean() ? ".50" : "e2"));
            case 4 -> new JsonString(text(random));
            case 5 -> object(random, depth - 1);
            default -> array(random, depth - 1);
        };
    }

    private static JsonArray array(Random random, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(value(random, depth));
        }
        return new JsonArray(elements);
    }
}
