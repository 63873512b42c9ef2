package io.traceops.domain.impact;

/**
 * Counts distinct keys in bounded memory, within 2 %. The estimate must depend on the set of keys alone, never on the
 * order in which they came. Not thread-safe.
 */
public interface DistinctSketch {
    void add(long key);

    long estimate();

    /** Makes empty sketches. Thread-safe. */
    interface Factory {
        DistinctSketch create();
    }
}
