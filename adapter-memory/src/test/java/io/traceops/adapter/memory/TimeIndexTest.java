package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeIndexTest {
    private final WrittenEvents written = new WrittenEvents();

    /** How events come in and go out. */
    enum Traffic {
        IN_ORDER {
            @Override
            long timeMicros(int step, Random random) {
                return step / 3;
            }
        },
        MOSTLY_IN_ORDER {
            @Override
            long timeMicros(int step, Random random) {
                return Math.max(0, step - random.nextInt(50));
            }
        },
        REVERSED {
            @Override
            long timeMicros(int step, Random random) {
                return 1_000_000L - step;
            }
        },
        SCATTERED {
            @Override
            long timeMicros(int step, Random random) {
                return random.nextInt(5_000);
            }
        };

        abstract long timeMicros(int step, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void index_anyTraffic_isASortedMap(Traffic traffic) {
        Random random = new Random(traffic.name().length());
        TimeIndex index = new TimeIndex(written.segments());
        NavigableMap<Moment, EventBytes> model = new TreeMap<>();
        for (int step = 0; step < 40_000; step++) {
            boolean grows = step < 8_000 || (step / 4_000) % 2 == 0;
            if (grows || model.isEmpty()) {
                EventBytes event = written.error("e" + random.nextInt(1_000_000_000), traffic.timeMicros(step, random));
                if (model.putIfAbsent(event.moment(), event) == null) {
                    index.add(event);
                }
            } else {
                Map.Entry<Moment, EventBytes> gone = random.nextInt(3) == 0
                        ? model.firstEntry()
                        : Optional.ofNullable(model.ceilingEntry(moment(traffic.timeMicros(step, random), random)))
                                .orElse(model.lastEntry());
                index.remove(gone.getValue());
                model.remove(gone.getKey());
            }
            if (step % 37 == 0) {
                assertSearches(index, model, moment(traffic.timeMicros(step, random), random));
            }
            if (step % 1_000 == 0) {
                TimeIndexAudit.of(index);
                assertThat(list(index.forward())).containsExactlyElementsOf(model.values());
            }
        }
        new ArrayList<>(model.values()).forEach(index::remove);
        assertThat(index.isEmpty()).isTrue();
        TimeIndexAudit.of(index);
    }

    private static void assertSearches(TimeIndex index, NavigableMap<Moment, EventBytes> model, Moment at) {
        assertThat(index.countBefore(at)).isEqualTo(model.headMap(at).size());
        assertThat(index.firstFrom(at)).isEqualTo(Optional.ofNullable(model.ceilingKey(at)));
        assertThat(index.firstAfter(at)).isEqualTo(Optional.ofNullable(model.higherKey(at)));
        assertThat(index.lastBefore(at)).isEqualTo(Optional.ofNullable(model.lowerKey(at)));
        assertThat(index.find(at).isPresent()).isEqualTo(model.containsKey(at));
        assertThat(firstTen(index.forwardFrom(at)))
                .isEqualTo(firstTen(model.tailMap(at, true).values().iterator()));
        assertThat(firstTen(index.forwardAfter(at)))
                .isEqualTo(firstTen(model.tailMap(at, false).values().iterator()));
        assertThat(firstTen(index.backwardFrom(at)))
                .isEqualTo(firstTen(
                        model.headMap(at, false).descendingMap().values().iterator()));
        if (!model.isEmpty()) {
            Moment hit = Optional.ofNullable(model.ceilingKey(at)).orElse(model.firstKey());
            assertThat(index.find(hit).orElseThrow()).isEqualTo(model.get(hit));
            assertThat(index.firstAfter(hit)).isEqualTo(Optional.ofNullable(model.higherKey(hit)));
        }
    }

    private static Moment moment(long timeMicros, Random random) {
        return new Moment(timeMicros, new EventId("e" + random.nextInt(1_000_000_000)));
    }

    private static List<Moment> firstTen(Iterator<EventBytes> walk) {
        List<Moment> first = new ArrayList<>();
        while (first.size() < 10 && walk.hasNext()) {
            first.add(walk.next().moment());
        }
        return first;
    }

    private static List<EventBytes> list(Iterator<EventBytes> walk) {
        List<EventBytes> all = new ArrayList<>();
        walk.forEachRemaining(all::add);
        return all;
    }

    @Test
    void add_inOrder_fillsEveryBlock() {
        TimeIndex index = new TimeIndex(written.segments());
        for (int i = 0; i < 5 * TimeBlock.ENTRIES_MAX; i++) {
            index.add(written.error("e" + i, i));
        }

        assertThat(index.blockSizes()).hasSize(5).containsOnly(TimeBlock.ENTRIES_MAX);
    }

    @Test
    void remove_mostEntries_joinsTheBlocks() {
        TimeIndex index = new TimeIndex(written.segments());
        List<EventBytes> events = new ArrayList<>();
        for (int i = 0; i < 20 * TimeBlock.ENTRIES_MAX; i++) {
            events.add(written.error("e" + i, i));
            index.add(events.getLast());
        }
        for (int i = 0; i < events.size(); i++) {
            if (i % 64 != 0) {
                index.remove(events.get(i));
            }
        }

        assertThat(index.size()).isEqualTo(160);
        assertThat(index.blockSizes()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void remove_anEqualEventThatIsNotHere_isABug() {
        TimeIndex index = new TimeIndex(written.segments());
        assertThatIllegalStateException().isThrownBy(() -> index.remove(written.error("e1", 5)));
        index.add(written.error("e1", 5));

        assertThatIllegalStateException()
                .isThrownBy(() -> index.remove(written.error("e1", 5)))
                .withMessageContaining("e1");
        assertThatIllegalStateException().isThrownBy(() -> index.remove(written.error("e2", 5)));
    }
}
