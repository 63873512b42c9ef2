package io.traceops.domain.impact;

import java.util.function.LongConsumer;

/**
 * How often each key occurs: an open-addressing table with linear probing over two flat arrays, because a store holds
 * one for each issue and boxed maps would cost ten times the memory. A count of zero marks a free place; removal moves
 * later keys of the same run back, so no tombstones are left. Keys must be well-mixed hashes.
 *
 * <p>A count that has reached the largest int stays there, whatever is added or taken away: its key was met so often that
 * it is here to stay.
 */
final class KeyCounts {
    private static final int CAPACITY_MIN = 2;

    private long[] keys = new long[CAPACITY_MIN];
    private int[] counts = new int[CAPACITY_MIN];
    private int size;

    int size() {
        return size;
    }

    void increment(long key) {
        add(key, 1);
    }

    /** Counts a key a number of times, 1 or more. */
    void add(long key, int times) {
        int at = find(key);
        if (counts[at] == 0) {
            keys[at] = key;
            size++;
        }
        counts[at] = (int) Math.min((long) counts[at] + times, Integer.MAX_VALUE);
        if (size * 4L > keys.length * 3L) {
            resize(keys.length * 2);
        }
    }

    /** @throws IllegalStateException if the key is not here: what was never added cannot be taken away */
    void decrement(long key) {
        int at = find(key);
        if (counts[at] == 0) {
            throw new IllegalStateException("key " + key + " was never counted");
        }
        if (counts[at] < Integer.MAX_VALUE) {
            counts[at]--;
        }
        if (counts[at] == 0) {
            size--;
            closeGap(at);
        }
    }

    void forEachKey(LongConsumer consumer) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                consumer.accept(keys[i]);
            }
        }
    }

    private int find(long key) {
        int at = home(key);
        while (counts[at] != 0 && keys[at] != key) {
            at = next(at);
        }
        return at;
    }

    private int home(long key) {
        return (int) (key ^ (key >>> 32)) & (keys.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (keys.length - 1);
    }

    private void closeGap(int from) {
        int gap = from;
        for (int at = next(gap); counts[at] != 0; at = next(at)) {
            int distanceFromHome = (at - home(keys[at])) & (keys.length - 1);
            int distanceFromGap = (at - gap) & (keys.length - 1);
            if (distanceFromHome >= distanceFromGap) {
                keys[gap] = keys[at];
                counts[gap] = counts[at];
                counts[at] = 0;
                gap = at;
            }
        }
    }

    private void resize(int capacity) {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[capacity];
        counts = new int[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
