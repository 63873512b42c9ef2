package io.traceops.application.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private record Key(long primary, long secondary) {}

    @Test
    void take_whateverTheOrderOfAdding_givesTheBestFirst() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Key> keys = new ArrayList<>();
            Candidates candidates = new Candidates();
            int issues = random.nextInt(300);
            for (int slot = 0; slot < issues; slot++) {
                Key key = new Key(random.nextInt(10), random.nextInt(50));
                keys.add(key);
                candidates.add(key.primary(), key.secondary(), slot);
            }
            candidates.order();

            List<Key> taken = new ArrayList<>();
            while (!candidates.isEmpty()) {
                Key best = new Key(candidates.primaryMax(), candidates.secondaryMax());
                assertThat(keys.get(candidates.take())).isEqualTo(best);
                taken.add(best);
            }
            keys.sort(Comparator.comparingLong(Key::primary)
                    .thenComparingLong(Key::secondary)
                    .reversed());
            assertThat(taken).as("seed %d", seed).isEqualTo(keys);
        }
    }
}
