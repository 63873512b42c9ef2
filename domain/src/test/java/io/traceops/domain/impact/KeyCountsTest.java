package io.traceops.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyCountsTest {
    @Test
    void counts_randomHistory_agreeWithAMap() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            KeyCounts counts = new KeyCounts();
            Map<Long, Integer> expected = new HashMap<>();
            for (int i = 0; i < 400; i++) {
                // Few and badly mixed keys, so that runs form, wrap around and are closed again.
                long key = random.nextInt(24);
                if (random.nextInt(5) < 2 && expected.containsKey(key)) {
                    counts.decrement(key);
                    expected.computeIfPresent(key, (_, n) -> n == 1 ? null : n - 1);
                } else {
                    counts.increment(key);
                    expected.merge(key, 1, Integer::sum);
                }
                Set<Long> keys = new TreeSet<>();
                counts.forEachKey(keys::add);
                assertThat(keys).as("seed %d, step %d", seed, i).isEqualTo(new TreeSet<>(expected.keySet()));
                assertThat(counts.size()).isEqualTo(expected.size());
            }
        }
    }

    @Test
    void decrement_unknownKey_isABug() {
        KeyCounts counts = new KeyCounts();
        counts.increment(1);

        assertThatIllegalStateException().isThrownBy(() -> counts.decrement(2)).withMessageContaining("2");
    }
}
