package io.traceops.storage.contract;

import io.traceops.domain.impact.DistinctSketch;
import java.util.HashSet;
import java.util.Set;

/** A sketch that forgets nothing, so that the contract can say what a store must answer. */
final class ExactSketch implements DistinctSketch {
    private final Set<Long> keys = new HashSet<>();

    @Override
    public void add(long key) {
        keys.add(key);
    }

    @Override
    public long estimate() {
        return keys.size();
    }
}
