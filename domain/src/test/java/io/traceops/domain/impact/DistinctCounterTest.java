package io.traceops.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistinctCounterTest {
    /** Knows the truth and adds a thousand to it, so that a test sees which of the two answered. */
    private static final class MarkedSketch implements DistinctSketch {
        private final Set<Long> keys = new HashSet<>();

        @Override
        public void add(long key) {
            keys.add(key);
        }

        @Override
        public long estimate() {
            return keys.size() + 1_000L;
        }
    }

    @Test
    void count_upToTheBound_isExact() {
        DistinctCounter counter = new DistinctCounter(3, MarkedSketch::new);
        LongStream.of(1, 2, 3, 3, 1).forEach(counter::add);

        assertThat(counter.count()).isEqualTo(new DistinctCount(3, false));
    }

    @Test
    void count_beyondTheBound_isEstimatedOverAllKeys() {
        DistinctCounter counter = new DistinctCounter(3, MarkedSketch::new);
        LongStream.of(1, 2, 3, 4, 5, 5).forEach(counter::add);

        assertThat(counter.count()).isEqualTo(new DistinctCount(1_005, true));
    }

    @Test
    void remove_lastOccurrenceOfAKey_countsItNoMore() {
        DistinctCounter counter = new DistinctCounter(3, MarkedSketch::new);
        LongStream.of(7, 7, 8).forEach(counter::add);

        assertThat(counter.remove(7)).isTrue();
        assertThat(counter.count().value()).isEqualTo(2);
        assertThat(counter.remove(7)).isTrue();
        assertThat(counter.count().value()).isEqualTo(1);
    }

    @Test
    void remove_whileEstimating_isDeclinedAndRebuildIsExactAgain() {
        DistinctCounter counter = new DistinctCounter(2, MarkedSketch::new);
        LongStream.of(1, 2, 3).forEach(counter::add);

        assertThat(counter.remove(3)).isFalse();
        counter.rebuild(LongStream.of(1, 2));
        assertThat(counter.count()).isEqualTo(new DistinctCount(2, false));
    }

    @Test
    void counter_exactBoundNegative_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DistinctCounter(-1, MarkedSketch::new));
        DistinctCounter always = new DistinctCounter(0, MarkedSketch::new);
        always.add(1);
        assertThat(always.count().estimated()).isTrue();
    }

    @Test
    void key_ofAText_isTheHeadOfItsDigest() {
        // SHA-256("abc") begins with ba7816bf 8f01cfea.
        assertThat(DistinctKey.of("abc")).isEqualTo(0xba7816bf8f01cfeaL);
    }
}
