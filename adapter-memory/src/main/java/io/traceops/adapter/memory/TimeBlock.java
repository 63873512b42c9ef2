package io.traceops.adapter.memory;

import io.traceops.domain.event.Moment;
import java.util.Arrays;
import java.util.Objects;

/**
 * A run of a {@link TimeIndex}: events in their order in two flat arrays, the times beside the addresses so that a search
 * reads an event only to break a tie. Entries are numbered from 0; free room may be at either end, so that the
 * oldest can be dropped without moving the others. Not thread-safe.
 */
final class TimeBlock {
    static final int ENTRIES_MAX = 512;

    private static final int CAPACITY_MIN = 2;

    private final Segments segments;
    private long[] times = new long[CAPACITY_MIN];
    private long[] addresses = new long[CAPACITY_MIN];
    private int from;
    private int to;

    TimeBlock(Segments segments) {
        this.segments = segments;
    }

    int size() {
        return to - from;
    }

    boolean isFull() {
        return size() == ENTRIES_MAX;
    }

    /** Whether one more entry at the end would cost no more than its place. */
    boolean hasRoomAtEnd() {
        return to < ENTRIES_MAX;
    }

    long timeAt(int index) {
        return times[from + index];
    }

    EventBytes eventAt(int index) {
        return segments.at(addresses[from + Objects.checkIndex(index, size())]);
    }

    /** Whether there is such an entry, and it is exactly this event. */
    boolean holds(int index, EventBytes event) {
        return index < size() && addresses[from + index] == event.address();
    }

    /** Negative, zero or positive as an entry comes before, at or after a moment. */
    int compare(int index, Moment moment) {
        int byTime = Long.compare(timeAt(index), moment.timestampMicros());
        return byTime != 0 ? byTime : eventAt(index).compareId(moment.id());
    }

    /** Whether an event comes after all entries, of which there is one at least. */
    boolean endsBefore(EventBytes event) {
        int byTime = Long.compare(times[to - 1], event.timestampMicros());
        return byTime != 0 ? byTime < 0 : EventBytes.ORDER.compare(eventAt(size() - 1), event) < 0;
    }

    /** How many entries come before a moment. */
    int countBefore(Moment moment) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, moment) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts an entry before the one with the given number. The block must not be full. */
    void insert(int index, EventBytes event) {
        insert(index, event.timestampMicros(), event.address());
    }

    private void insert(int index, long time, long address) {
        if (to == addresses.length) {
            makeRoomAtEnd();
        }
        int at = from + index;
        System.arraycopy(times, at, times, at + 1, to - at);
        System.arraycopy(addresses, at, addresses, at + 1, to - at);
        times[at] = time;
        addresses[at] = address;
        to++;
    }

    /** Puts another event of the same moment in the place of an entry. */
    void replace(int index, EventBytes event) {
        addresses[from + index] = event.address();
    }

    void remove(int index) {
        int at = from + index;
        if (index == 0) {
            from++;
        } else {
            System.arraycopy(times, at + 1, times, at, to - at - 1);
            System.arraycopy(addresses, at + 1, addresses, at, to - at - 1);
            to--;
        }
        if (addresses.length > CAPACITY_MIN && size() <= addresses.length / 8) {
            resize(addresses.length / 4);
        }
    }

    /** Moves the later half into a new block and returns that. */
    TimeBlock split() {
        int middle = from + size() / 2;
        TimeBlock later = new TimeBlock(segments);
        later.times = Arrays.copyOfRange(times, middle, middle + ENTRIES_MAX);
        later.addresses = Arrays.copyOfRange(addresses, middle, middle + ENTRIES_MAX);
        later.to = to - middle;
        to = middle;
        return later;
    }

    /** Takes over all entries of the block that follows. Both together must fit. */
    void append(TimeBlock following) {
        for (int i = 0; i < following.size(); i++) {
            insert(size(), following.timeAt(i), following.addresses[following.from + i]);
        }
    }

    private void makeRoomAtEnd() {
        boolean grows = size() > addresses.length / 2 && addresses.length < ENTRIES_MAX;
        resize(grows ? addresses.length * 2 : addresses.length);
    }

    private void resize(int capacity) {
        int size = size();
        times = Arrays.copyOfRange(times, from, from + capacity);
        addresses = Arrays.copyOfRange(addresses, from, from + capacity);
        from = 0;
        to = size;
    }
}
