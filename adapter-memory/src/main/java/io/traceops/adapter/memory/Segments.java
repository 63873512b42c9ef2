package io.traceops.adapter.memory;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The segments of all services by their numbers, and so what an address stands for: the number of a segment in the upper
 * half, where the event begins in the lower. An address is never {@link #NOWHERE}. The number of a segment that was closed
 * is given to another one.
 *
 * <p>Thread-safe. An address is good for as long as an index holds it, so it is looked up under the lock of that index.
 * Looking up takes no other lock: a thread that has got an address from an index has seen its segment being opened.
 */
final class Segments {
    /** The address of no event. */
    static final long NOWHERE = 0;

    private final BitSet taken = new BitSet();

    /** No number below it is free. */
    private int searchedTo;

    private volatile @Nullable Segment[] byNumber = new Segment[64];

    Segments() {
        taken.set(0);
    }

    /** @param own whether one event alone is written into it */
    synchronized Segment open(int service, int capacity, boolean own) {
        int number = taken.nextClearBit(searchedTo);
        Segment segment = new Segment(number, service, capacity, own);
        if (number == byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, 2 * number);
        }
        byNumber[number] = segment;
        taken.set(number);
        searchedTo = number + 1;
        return segment;
    }

    /** To be called once no index holds the address of an event in the segment. */
    synchronized void close(Segment segment) {
        byNumber[segment.number()] = null;
        taken.clear(segment.number());
        searchedTo = Math.min(searchedTo, segment.number());
        segment.close();
    }

    EventBytes at(long address) {
        int number = (int) (address >>> Integer.SIZE);
        Segment segment = byNumber[number];
        if (segment == null) {
            throw new IllegalStateException("there is no segment " + number);
        }
        return new EventBytes(segment, (int) address);
    }

    /** How many segments are open. */
    synchronized int count() {
        return taken.cardinality() - 1;
    }
}
