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
    void clean_severalTimes_goesOnWhereItWas() {
        storeAThousandAndReleaseTwoOfThree();
        long before = log.capacity();
        cleanOften();

        assertThat(log.capacity()).isLessThan(before * 2 / 3);
        assertThat(stored)
                .allSatisfy((id, event) -> assertThat(event.id().value()).isEqualTo(id));
    }

    @Test
    void clean_eventThatNoIndexKnows_isToldOnceAndTheRestIsCleaned() {
        append(Samples.error("lost", 1));
        storeAThousandAndReleaseTwoOfThree();
        // So that its segment is the emptiest.
        release("e0");
        release("e3");
        release("e6");

        assertThatIllegalStateException().isThrownBy(this::cleanOften);
        cleanOften();
        assertThat(log.capacity()).isLessThan(log.live() * 3 / 2);
        assertThat(stored)
                .allSatisfy((id, event) -> assertThat(event.id().value()).isEqualTo(id));
    }

    private void cleanOften() {
        for (int i = 0; i < 20; i++) {
            clean();
        }
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
        assertThat(log.shared()).isEmpty();
        assertThat(segments.count()).isZero();
    }

    @Test
    void retract_lastEvent_leavesNoHole() {
        storeAThousandAndReleaseTwoOfThree();
        append(Samples.error("x1", 1));
        long live = log.live();
        EventBytes gone = append(Samples.error("x2", 2));
        log.retract(gone);

        EventBytes next = append(Samples.error("x3", 3));
        assertThat(next.address()).isEqualTo(gone.address());
        assertThat(log.live()).isEqualTo(live + next.length());
    }

    /** As a client does that sends a large event again and again, and a new small one in between. */
    @Test
    void retract_largeEvents_keepNoMemory() {
        for (int i = 0; i < 1_000; i++) {
            append(Samples.error("e" + i, i));
            log.retract(append(Samples.error("x", 1, "x".repeat(8_000), Metadata.EMPTY)));
        }

        assertThat(log.capacity()).isLessThan(log.live() * 5 / 4);
    }

    /** A segment that has nothing left before it is full must not be kept. */
    @Test
    void append_afterTheLastSegmentLostAll_givesItBack() {
        storeAThousandAndReleaseTwoOfThree();
        Segment last = log.shared().getLast();
        EventBytes next = append(Samples.error("x", 1));
        while (next.segment().equals(last)) {
            next = append(Samples.error("x", 1));
        }
        Segment emptied = next.segment();
        while (next.segment().equals(emptied)) {
            log.release(next);
            assertThat(log.shared()).contains(emptied);
            next = append(Samples.error("x", 1));
        }

        assertThat(log.shared()).contains(next.segment()).doesNotContain(emptied);
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
    void append_fewOrLargeEvents_takeNoMoreThanTheyNeed() {
        append(Samples.error("e1", 1));
        append(Samples.error("e2", 2, "x".repeat(8_000), Metadata.EMPTY));

        assertThat(log.capacity()).isLessThan(log.live() + 512);
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
        log.clean(event -> event.equals(stored.get(event.id().value())), this::moved);
    }

    private void moved(EventBytes event, EventBytes to) {
        stored.put(event.id().value(), to);
        moved++;
    }

    private static String text(Random random) {
        return "Pool " + "x".repeat(random.nextInt(random.nextInt(20) == 0 ? 8_000 : 400));
    }
}
