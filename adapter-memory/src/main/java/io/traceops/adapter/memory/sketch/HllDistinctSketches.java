package io.traceops.adapter.memory.sketch;

import io.traceops.domain.impact.DistinctSketch;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/**
 * Makes sketches of the HyperLogLog kind with 2<sup>{@value #LOG2_REGISTERS}</sup> registers of 4 bits: about 16 KiB each,
 * and a standard error of 0.6 %.
 *
 * <p>The library has two estimates. The usual one is a little better and depends on the order in which the keys came; the
 * composite one is a function of the registers, and so of the set of keys alone, which is what is asked for.
 */
public final class HllDistinctSketches implements DistinctSketch.Factory {
    static final int LOG2_REGISTERS = 15;

    @Override
    public DistinctSketch create() {
        return new HllDistinctSketch();
    }

    private static final class HllDistinctSketch implements DistinctSketch {
        private final HllSketch sketch = new HllSketch(LOG2_REGISTERS, TgtHllType.HLL_4);

        @Override
        public void add(long key) {
            sketch.update(key);
        }

        @Override
        public long estimate() {
            return Math.round(sketch.getCompositeEstimate());
        }
    }
}
