package io.traceops.adapter.memory.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.impact.DistinctKey;
import io.traceops.domain.impact.DistinctSketch;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HllDistinctSketchesTest {
    private final HllDistinctSketches sketches = new HllDistinctSketches();

    @ParameterizedTest
    @ValueSource(ints = {10_000, 20_000, 50_000, 100_000, 300_000, 1_000_000})
    void estimate_manyKeys_isWithinTwoPercent(int keys) {
        for (int run = 0; run < 3; run++) {
            Random random = new Random(run);
            DistinctSketch sketch = sketches.create();
            for (int i = 0; i < keys; i++) {
                sketch.add(random.nextLong());
            }

            assertThat(Math.abs(sketch.estimate() - keys) / (double) keys)
                    .as("error with %d keys, run %d", keys, run)
                    .isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000, 10_001, 40_000})
    void estimate_anyOrderAndRepeats_isTheSame(int keys) {
        int[] order = IntStream.range(0, keys).toArray();
        long expected = estimate(order);
        for (int run = 0; run < 10; run++) {
            shuffle(order, new Random(run));
            assertThat(estimate(order)).as("run %d", run).isEqualTo(expected);
        }
        int[] twice = IntStream.range(0, 2 * keys).map(i -> order[i % keys]).toArray();
        assertThat(estimate(twice)).isEqualTo(expected);
    }

    @Test
    void create_twice_areApart() {
        DistinctSketch one = sketches.create();
        DistinctSketch other = sketches.create();

        one.add(DistinctKey.of("ada"));

        assertThat(one.estimate()).isEqualTo(1);
        assertThat(other.estimate()).isZero();
    }

    private long estimate(int[] users) {
        DistinctSketch sketch = sketches.create();
        for (int user : users) {
            sketch.add(DistinctKey.of("user " + user));
        }
        return sketch.estimate();
    }

    private static void shuffle(int[] numbers, Random random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}
