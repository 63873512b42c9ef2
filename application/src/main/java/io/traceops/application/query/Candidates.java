package io.traceops.application.query;

import java.util.Arrays;

/**
 * Issues of one service that may have a place in a list, each with the best place that it can have: a binary heap in
 * arrays, the best at the top. Making it costs as much as there are issues; only what is taken costs a logarithm. Not
 * thread-safe.
 */
final class Candidates {
    private static final int CAPACITY_FIRST = 64;

    private long[] primaries = new long[CAPACITY_FIRST];
    private long[] secondaries = new long[CAPACITY_FIRST];
    private int[] slots = new int[CAPACITY_FIRST];
    private int size;

    /** Adds an issue. All are added before {@link #order}. */
    void add(long primaryMax, long secondaryMax, int slot) {
        if (size == slots.length) {
            primaries = Arrays.copyOf(primaries, size * 2);
            secondaries = Arrays.copyOf(secondaries, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
        }
        primaries[size] = primaryMax;
        secondaries[size] = secondaryMax;
        slots[size++] = slot;
    }

    /** Brings the best to the top. */
    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The first key of the best. */
    long primaryMax() {
        return primaries[0];
    }

    /** The second key of the best. */
    long secondaryMax() {
        return secondaries[0];
    }

    /** Takes the best away, and gives its slot. */
    int take() {
        int slot = slots[0];
        size--;
        move(size, 0);
        siftDown(0);
        return slot;
    }

    private void siftDown(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBetter(child + 1, child)) {
                child++;
            }
            if (!isBetter(child, at)) {
                return;
            }
            swap(child, at);
            at = child;
        }
    }

    private boolean isBetter(int one, int other) {
        return primaries[one] != primaries[other]
                ? primaries[one] > primaries[other]
                : secondaries[one] > secondaries[other];
    }

    private void swap(int one, int other) {
        long primary = primaries[one];
        long secondary = secondaries[one];
        int slot = slots[one];
        move(other, one);
        primaries[other] = primary;
        secondaries[other] = secondary;
        slots[other] = slot;
    }

    private void move(int from, int to) {
        primaries[to] = primaries[from];
        secondaries[to] = secondaries[from];
        slots[to] = slots[from];
    }
}
