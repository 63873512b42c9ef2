package io.traceops.adapter.memory;

import io.traceops.domain.event.Moment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of a {@link TimeIndex}: events in their order in two flat arrays, the times apart from the events so that a
 * search reads an event only to break a tie. Entries are numbered from 0; free room may be at either end, so that the
 * oldest can be dropped without moving the others. Not thread-safe.
 */
final class TimeBlock {
    static final int ENTRIES_MAX = 512;

    private static final int CAPACITY_MIN = 2;

    private long[] times = new long[CAPACITY_MIN];
    private byte[] @Nullable [] events = new byte[CAPACITY_MIN][];
    private int from;
    private int to;

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

    byte[] eventAt(int index) {
        byte[] event = events[from + index];
        if (event == null) {
            throw new IndexOutOfBoundsException("entry " + index + " of " + size());
        }
        return event;
    }

    /** Whether an entry is exactly this array. */
    boolean holds(int index, byte[] event) {
        return EventBytes.areSame(events[from + index], event);
    }

    /** Negative, zero or positive as an entry comes before, at or after a moment. */
    int compare(int index, Moment moment) {
        int byTime = Long.compare(timeAt(index), moment.timestampMicros());
        return byTime != 0 ? byTime : EventBytes.compareId(eventAt(index), moment.id());
    }

    /** Whether an event comes after all entries, of which there is one at least. */
    boolean endsBefore(byte[] event) {
        int byTime = Long.compare(times[to - 1], EventBytes.timestampMicros(event));
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
    void insert(int index, byte[] event) {
        if (to == events.length) {
            makeRoomAtEnd();
        }
        int at = from + index;
        System.arraycopy(times, at, times, at + 1, to - at);
        System.arraycopy(events, at, events, at + 1, to - at);
        times[at] = EventBytes.timestampMicros(event);
        events[at] = event;
        to++;
    }

    void remove(int index) {
        int at = from + index;
        if (index == 0) {
            events[from++] = null;
        } else {
            System.arraycopy(times, at + 1, times, at, to - at - 1);
            System.arraycopy(events, at + 1, events, at, to - at - 1);
            events[--to] = null;
        }
        if (events.length > CAPACITY_MIN && size() <= events.length / 8) {
            resize(events.length / 4);
        }
    }

    /** Moves the later half into a new block and returns that. */
    TimeBlock split() {
        int middle = from + size() / 2;
        TimeBlock later = new TimeBlock();
        later.times = Arrays.copyOfRange(times, middle, middle + ENTRIES_MAX);
        later.events = Arrays.copyOfRange(events, middle, middle + ENTRIES_MAX);
        later.to = to - middle;
        Arrays.fill(events, middle, to, null);
        to = middle;
        return later;
    }

    /** Takes over all entries of the block that follows. Both together must fit. */
    void append(TimeBlock following) {
        for (int i = 0; i < following.size(); i++) {
            insert(size(), following.eventAt(i));
        }
    }

    private void makeRoomAtEnd() {
        boolean grows = size() > events.length / 2 && events.length < ENTRIES_MAX;
        resize(grows ? events.length * 2 : events.length);
    }

    private void resize(int capacity) {
        int size = size();
        times = Arrays.copyOfRange(times, from, from + capacity);
        events = Arrays.copyOfRange(events, from, from + capacity);
        from = 0;
        to = size;
    }
}
