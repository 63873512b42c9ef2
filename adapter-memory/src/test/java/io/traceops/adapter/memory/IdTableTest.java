package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.traceops.domain.event.EventId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTest {
    private final WrittenEvents written = new WrittenEvents();

    @Test
    void table_anyTraffic_isAMap() {
        Random random = new Random(7);
        IdTable table = new IdTable(new IdHash(1, 2), written.segments());
        Map<EventId, EventBytes> model = new HashMap<>();
        for (int step = 0; step < 100_000; step++) {
            EventBytes event = written.error("e" + random.nextInt(20_000), step);
            EventId id = event.id();
            if (random.nextInt(5) < 3) {
                assertThat(table.putIfAbsent(event)).isEqualTo(model.putIfAbsent(id, event) == null);
            } else if (model.containsKey(id)) {
                table.remove(Optional.ofNullable(model.remove(id)).orElseThrow());
            }
            assertThat(table.find(id)).isEqualTo(Optional.ofNullable(model.get(id)));
            assertThat(table.holds(event)).isEqualTo(model.containsKey(id) && event.equals(model.get(id)));
        }
        assertThat(table.size()).isEqualTo(model.size());
        model.forEach((id, event) -> assertThat(table.find(id)).contains(event));
    }

    /** With few hashes, or one alone, everything collides; the answers must be the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void stripe_idsOfEqualHash_areToldApart(int hashes) {
        Random random = new Random(hashes);
        IdStripe stripe = new IdStripe(written.segments());
        Map<Integer, EventBytes> model = new HashMap<>();
        for (int step = 0; step < 5_000; step++) {
            int number = random.nextInt(100);
            int hash = (number % hashes) << 28;
            byte[] ascii = ("e" + number).getBytes(StandardCharsets.US_ASCII);
            if (random.nextBoolean()) {
                EventBytes event = written.error("e" + number, step);
                assertThat(stripe.putIfAbsent(hash, event)).isEqualTo(model.putIfAbsent(number, event) == null);
            } else if (model.containsKey(number)) {
                stripe.remove(hash, Optional.ofNullable(model.remove(number)).orElseThrow());
            }
            assertThat(stripe.find(hash, ascii, 0, ascii.length)).isEqualTo(Optional.ofNullable(model.get(number)));
            assertThat(stripe.size()).isEqualTo(model.size());
        }
    }

    @Test
    void remove_anEqualEventThatIsNotHere_isABug() {
        IdTable table = new IdTable(IdHash.random(), written.segments());
        table.putIfAbsent(written.error("e1", 5));

        assertThatIllegalStateException()
                .isThrownBy(() -> table.remove(written.error("e1", 5)))
                .withMessageContaining("e1");
    }

    /** What CPython 3.11, whose hash of bytes is SipHash-1-3, answers with {@code PYTHONHASHSEED=0}: a key of zeros. */
    @ParameterizedTest
    @CsvSource({
        "evt-1, -1620249430219528999",
        "evt-0123, -3108781592641559919",
        "0190f3a2-7c1e-7b2a-9c55-1f2e3d4c5b6a, -8007307798662784978"
    })
    void hash_ofAnotherImplementation_isTheSame(String id, long expected) {
        byte[] padded = ("xx" + id + "x").getBytes(StandardCharsets.US_ASCII);

        assertThat(new IdHash(0, 0).of(padded, 2, id.length())).isEqualTo(expected);
    }

    @Test
    void hash_otherKey_isAnother() {
        byte[] ascii = "evt-1".getBytes(StandardCharsets.US_ASCII);

        assertThat(new IdHash(1, 2).of(ascii, 0, 5)).isNotEqualTo(new IdHash(1, 3).of(ascii, 0, 5));
        assertThat(IdHash.random().of(ascii, 0, 5)).isNotEqualTo(IdHash.random().of(ascii, 0, 5));
    }
}
