package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.traceops.domain.event.Metadata;
import io.traceops.domain.fold.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    private static final int CLEANED_AT_ONCE = 256;

    private final Segments segments = new Segments();
    private final EventLog log = new EventLog(segments, 3);

    /** Where each stored event is, by its id. */
    private final Map<String, EventBytes> stored = new HashMap<>();

    private int moved;

    @ParameterizedTest
    @ValueSource(ints = {20, 1_000, 30_000})
    void clean_eventsReleasedAnywhere_keepsAllOthersAndLittleMemory(int size) {
        Random random = new Random(size);
        List<String> ids = new ArrayList<>();
        for (int step = 0; step < 8 * size; step++) {
            String id = "e" + step;
            if (random.nextInt(10) == 0) {
                log.retract(append(Samples.error(id, step, text(random), Metadata.EMPTY)));
            }
            stored.put(id, append(Samples.error(id, step, text(random), Metadata.EMPTY)));
            ids.add(id);
            if (ids.size() > size) {
                String gone = ids.set(random.nextInt(ids.size()), ids.getLast());
                ids.removeLast();
                release(gone);
                clean();
                assertThat(log.capacity()).isLessThan(log.live() * 3 / 2 + 16 * 1024);
            }
        }

        assertThat(moved).isPositive();
        assertThat(stored).hasSize(size);
        stored.forEach((id, event) -> {
            assertThat(event.id().value()).isEqualTo(id);
            assertThat("e" + event.timestampMicros()).isEqualTo(id);
            assertThat(segments.at(event.address())).isEqualTo(event);
            assertThat(EventCodec.event(event, Samples.SERVICE).message()).startsWith("Pool ");
        });
    }

    /** What comes first goes first: nothing is written twice. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 30_000})
    void clean_eventsReleasedInOrder_movesNothing(int size) {
        Deque<String> ids = new ArrayDeque<>();
        for (int step = 0; step < 4 * size; step++) {
            String id = "e" + step;
            stored.put(id, append(Samples.error(id, step)));
            ids.add(id);
            if (ids.size() > size) {
                release(ids.removeFirst());
                clean();
                assertThat(log.capacity()).isLessThan(log.live() * 3 / 2);
            }
        }

        assertThat(moved).isZero();
    }

    @Test
    void clean_fewAtOnce_goesOnWhereItWas() {
        storeAThousandAndReleaseTwoOfThree();
        long before = log.capacity();
        for (int i = 0; i < 1_000; i++) {
            log.clean(1, event -> event.equals(stored.get(event.id().value())), this::moved);
        }

        assertThat(log.capacity()).isLessThan(before * 2 / 3);
        assertThat(stored)
                .allSatisfy((id, event) -> assertThat(event.id().value()).isEqualTo(id));
    }

    @Test
    void clean_eventThatNoIndexKnows_isABug() {
        storeAThousandAndReleaseTwoOfThree();

        assertThatIllegalStateException().isThrownBy(() -> log.clean(1_000, _ -> false, this::moved));
    }

    @Test
    void release_lastEvent_givesAllMemoryBack() {
        for (int i = 0; i < 1_000; i++) {
            stored.put("e" + i, append(Samples.error("e" + i, i)));
        }
        for (int i = 999; i >= 0; i--) {
            release("e" + i);
        }

        assertThat(log.capacity()).isZero();
        assertThat(log.segments()).isEmpty();
        assertThat(segments.count()).isZero();
    }

    @Test
    void retract_lastEvent_leavesNoHole() {
        EventBytes kept = append(Samples.error("e1", 1));
        EventBytes gone = append(Samples.error("e2", 2));
        log.retract(gone);

        EventBytes next = append(Samples.error("e3", 3));
        assertThat(next.address()).isEqualTo(gone.address());
        assertThat(kept.id().value()).isEqualTo("e1");
        assertThat(log.live()).isEqualTo(2L * kept.length());
    }

    /** A segment that has nothing left before it is full must not be kept. */
    @Test
    void append_afterTheLastSegmentLostAll_givesItBack() {
        EventBytes kept = append(Samples.error("e1", 1));
        EventBytes gone = append(Samples.error("e2", 2, "x".repeat(2_000), Metadata.EMPTY));
        log.release(gone);

        append(Samples.error("e3", 3, "x".repeat(4_000), Metadata.EMPTY));

        assertThat(log.segments()).hasSize(2).doesNotContain(gone.segment());
        assertThat(log.segments()).contains(kept.segment());
    }

    @Test
    void retract_onlyEvent_givesAllMemoryBack() {
        log.retract(append(Samples.error("e1", 1)));

        assertThat(log.capacity()).isZero();
        assertThat(segments.count()).isZero();
    }

    @Test
    void event_readAfterItIsGone_isWhatItWas() {
        EventBytes event = append(Samples.error("e1", 1));
        log.release(event);
        for (int i = 0; i < 10; i++) {
            append(Samples.error("x" + i, i));
        }

        assertThat(event.id().value()).isEqualTo("e1");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Segments().at(event.address()))
                .withMessageContaining("segment");
    }

    @Test
    void append_firstEvents_takeLittle() {
        append(Samples.error("e1", 1));

        assertThat(log.capacity()).isLessThanOrEqualTo(512);
        assertThat(append(Samples.error("e2", 2, "x".repeat(8_000), Metadata.EMPTY))
                        .length())
                .isGreaterThan(8_000);
        assertThat(log.capacity()).isLessThan(9_000);
    }

    private void storeAThousandAndReleaseTwoOfThree() {
        for (int i = 0; i < 1_000; i++) {
            stored.put("e" + i, append(Samples.error("e" + i, i)));
        }
        for (int i = 0; i < 1_000; i++) {
            if (i % 3 != 0) {
                release("e" + i);
            }
        }
    }

    private EventBytes append(Entry entry) {
        return log.append(Pending.of(entry, 0));
    }

    private void release(String id) {
        log.release(Optional.ofNullable(stored.remove(id)).orElseThrow());
    }

    private void clean() {
        log.clean(CLEANED_AT_ONCE, event -> event.equals(stored.get(event.id().value())), this::moved);
    }

    private void moved(EventBytes event, EventBytes to) {
        stored.put(event.id().value(), to);
        moved++;
    }

    private static String text(Random random) {
        return "Pool " + "x".repeat(random.nextInt(400));
    }
}
