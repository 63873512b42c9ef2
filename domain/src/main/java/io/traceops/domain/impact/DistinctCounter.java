package io.traceops.domain.impact;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Counts distinct keys: exactly up to a bound, with a {@link DistinctSketch} beyond it.
 *
 * <p>While it is exact it knows how often each key was added, so that a key can also be taken away. Beyond the bound
 * that is forgotten, and taking away asks for a rebuild from what is left. Not thread-safe.
 */
public final class DistinctCounter {
    private final int exactMax;
    private final DistinctSketch.Factory sketches;
    private KeyCounts exact = new KeyCounts();
    private Optional<DistinctSketch> sketch = Optional.empty();

    /** @param exactMax the most keys that are counted exactly, 0 or more */
    public DistinctCounter(int exactMax, DistinctSketch.Factory sketches) {
        if (exactMax < 0) {
            throw new IllegalArgumentException("exact distinct count: " + exactMax + ", allowed 0 or more");
        }
        this.exactMax = exactMax;
        this.sketches = sketches;
    }

    public void add(long key) {
        if (sketch.isPresent()) {
            sketch.get().add(key);
            return;
        }
        exact.increment(key);
        if (exact.size() > exactMax) {
            DistinctSketch started = sketches.create();
            exact.forEachKey(started::add);
            sketch = Optional.of(started);
            exact = new KeyCounts();
        }
    }

    /**
     * Takes one occurrence of a key away.
     *
     * @return false if this counter estimates and so cannot; the caller then calls {@link #rebuild} if it still has
     *     every key, or leaves the estimate as it is
     */
    public boolean remove(long key) {
        if (sketch.isPresent()) {
            return false;
        }
        exact.decrement(key);
        return true;
    }

    /** Starts again from the given keys, one for each occurrence. */
    public void rebuild(LongStream keys) {
        exact = new KeyCounts();
        sketch = Optional.empty();
        keys.forEach(this::add);
    }

    public DistinctCount count() {
        return sketch.map(s -> new DistinctCount(s.estimate(), true))
                .orElseGet(() -> new DistinctCount(exact.size(), false));
    }
}
