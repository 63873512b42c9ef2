package io.traceops.adapter.memory;

import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.Occurrences;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stored events in their order: by time, then by id.
 *
 * <p>An array of sorted blocks of at most {@value TimeBlock#ENTRIES_MAX} entries, like the two upper levels of a B-tree. An
 * entry costs a time and an address, where a tree of nodes would cost four times as much. Events mostly arrive in their
 * order, so appending is the cheap case and leaves full blocks behind; a late event moves half a block at most, and a full
 * block is split. A block that has lost most of its entries joins its neighbour, so that removals leave no room unused.
 *
 * <p>A place between entries is written as one number, the block in the upper half and the entry in the lower, so that
 * searching makes no objects. The entry may be one past the last of its block. Not thread-safe.
 */
final class TimeIndex implements Occurrences {
    private final Segments segments;
    private @Nullable TimeBlock[] blocks = new TimeBlock[1];
    private int blockCount;
    private int size;

    TimeIndex(Segments segments) {
        this.segments = segments;
    }

    int size() {
        return size;
    }

    /** The sizes of the blocks, in their order. */
    List<Integer> blockSizes() {
        return IntStream.range(0, blockCount).mapToObj(i -> block(i).size()).toList();
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** @param event no event of its moment may be here already */
    void add(EventBytes event) {
        long place = isAfterAll(event) ? end() : placeOf(event.moment());
        int block = block(place);
        int entry = entry(place);
        if (blockCount == 0 || (isEnd(place) && !block(block).hasRoomAtEnd())) {
            insertBlock(blockCount, new TimeBlock(segments));
            block = blockCount - 1;
            entry = 0;
        } else if (block(block).isFull()) {
            insertBlock(block + 1, block(block).split());
            int kept = block(block).size();
            if (entry > kept) {
                block++;
                entry -= kept;
            }
        }
        block(block).insert(entry, event);
        size++;
    }

    /**
     * Notes that an event is in another place now.
     *
     * @throws IllegalStateException if exactly this event is not here: an index has lost its event
     */
    void replace(EventBytes event, EventBytes moved) {
        long place = placeOf(event);
        block(block(place)).replace(entry(place), moved);
    }

    /** @throws IllegalStateException if exactly this event is not here: an index has lost its event */
    void remove(EventBytes event) {
        long place = placeOf(event);
        int index = block(place);
        block(index).remove(entry(place));
        size--;
        if (block(index).size() == 0) {
            removeBlock(index);
        } else {
            joinIfSmall(index);
            joinIfSmall(index - 1);
        }
    }

    /** The event at exactly this moment. */
    Optional<EventBytes> find(Moment moment) {
        long place = placeOf(moment);
        return isEnd(place)
                ? Optional.empty()
                : Optional.of(at(place)).filter(event -> event.moment().equals(moment));
    }

    Optional<EventBytes> first() {
        return isEmpty() ? Optional.empty() : Optional.of(at(0));
    }

    /** The earliest event at or after a moment. */
    Optional<EventBytes> ceiling(Moment inclusive) {
        long place = placeOf(inclusive);
        return isEnd(place) ? Optional.empty() : Optional.of(at(place));
    }

    /** The earliest event after a moment. */
    Optional<EventBytes> higher(Moment exclusive) {
        Iterator<EventBytes> later = forwardAfter(exclusive);
        return later.hasNext() ? Optional.of(later.next()) : Optional.empty();
    }

    /** The latest event before a moment. */
    Optional<EventBytes> lower(Moment exclusive) {
        Iterator<EventBytes> earlier = backwardFrom(exclusive);
        return earlier.hasNext() ? Optional.of(earlier.next()) : Optional.empty();
    }

    @Override
    public Optional<Moment> firstFrom(Moment inclusive) {
        return ceiling(inclusive).map(EventBytes::moment);
    }

    @Override
    public Optional<Moment> firstAfter(Moment exclusive) {
        return higher(exclusive).map(EventBytes::moment);
    }

    @Override
    public Optional<Moment> lastBefore(Moment exclusive) {
        return lower(exclusive).map(EventBytes::moment);
    }

    /** How many events come before a moment. Adds up the sizes of the blocks before it. */
    int countBefore(Moment exclusive) {
        long place = placeOf(exclusive);
        int count = entry(place);
        for (int i = 0; i < block(place); i++) {
            count += block(i).size();
        }
        return count;
    }

    /** All events, oldest first. The index must not change while an iterator is used; that holds for all of them. */
    Iterator<EventBytes> forward() {
        return new Walk(0, true);
    }

    /** The events at or after a moment, oldest first. */
    Iterator<EventBytes> forwardFrom(Moment inclusive) {
        return new Walk(placeOf(inclusive), true);
    }

    /** The events after a moment, oldest first. */
    Iterator<EventBytes> forwardAfter(Moment exclusive) {
        long place = placeOf(exclusive);
        boolean isHit = !isEnd(place) && at(place).moment().equals(exclusive);
        return new Walk(isHit ? onEntry(place) + 1 : place, true);
    }

    /** All events, newest first. */
    Iterator<EventBytes> backward() {
        return new Walk(end(), false);
    }

    /** The events before a moment, newest first. */
    Iterator<EventBytes> backwardFrom(Moment exclusive) {
        return new Walk(placeOf(exclusive), false);
    }

    private boolean isFirst(EventBytes event) {
        return !isEmpty() && block(0).holds(0, event);
    }

    /** The place of exactly this event, on its entry. */
    private long placeOf(EventBytes event) {
        // What is dropped for room is the oldest, and found without a search.
        long place = isFirst(event) ? 0 : onEntry(placeOf(event.moment()));
        int index = block(place);
        if (index >= blockCount || !block(index).holds(entry(place), event)) {
            throw new IllegalStateException("event " + event.id() + " is not in the time index");
        }
        return place;
    }

    private boolean isAfterAll(EventBytes event) {
        return isEmpty() || block(blockCount - 1).endsBefore(event);
    }

    private boolean isAfterAll(Moment moment) {
        TimeBlock last = block(blockCount - 1);
        return last.compare(last.size() - 1, moment) < 0;
    }

    /** The place before the first entry at or after a moment, in the block whose entries reach up to it. */
    private long placeOf(Moment moment) {
        // Most of what is asked for comes after everything that is here, as most events do.
        if (isEmpty() || isAfterAll(moment)) {
            return end();
        }
        int low = 0;
        int high = blockCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (block(middle).compare(0, moment) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int block = Math.max(0, low - 1);
        return place(block, block(block).countBefore(moment));
    }

    private static long place(int block, int entry) {
        return (long) block << Integer.SIZE | entry;
    }

    private static int block(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    private static int entry(long place) {
        return (int) place;
    }

    private long end() {
        return blockCount == 0 ? 0 : place(blockCount - 1, block(blockCount - 1).size());
    }

    private boolean isEnd(long place) {
        return place == end();
    }

    /** The same place, counted from the block of the entry that follows it. */
    private long onEntry(long place) {
        boolean isPastBlock =
                blockCount > 0 && entry(place) == block(block(place)).size();
        return isPastBlock ? place(block(place) + 1, 0) : place;
    }

    private EventBytes at(long place) {
        long entry = onEntry(place);
        return block(block(entry)).eventAt(entry(entry));
    }

    private TimeBlock block(int index) {
        TimeBlock block = blocks[index];
        if (block == null) {
            throw new IndexOutOfBoundsException("block " + index + " of " + blockCount);
        }
        return block;
    }

    private void insertBlock(int index, TimeBlock block) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount + Math.max(1, blockCount / 2));
        }
        System.arraycopy(blocks, index, blocks, index + 1, blockCount - index);
        blocks[index] = block;
        blockCount++;
    }

    private void removeBlock(int index) {
        System.arraycopy(blocks, index + 1, blocks, index, blockCount - index - 1);
        blocks[--blockCount] = null;
    }

    private void joinIfSmall(int index) {
        if (index < 0 || index + 1 >= blockCount) {
            return;
        }
        if (block(index).size() + block(index + 1).size() <= TimeBlock.ENTRIES_MAX / 2) {
            block(index).append(block(index + 1));
            removeBlock(index + 1);
        }
    }

    private final class Walk implements Iterator<EventBytes> {
        private final boolean forward;
        private long place;

        Walk(long start, boolean forward) {
            this.place = start;
            this.forward = forward;
        }

        @Override
        public boolean hasNext() {
            return forward ? !isEnd(place) : place != 0;
        }

        @Override
        public EventBytes next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (forward) {
                long entry = onEntry(place);
                place = entry + 1;
                return at(entry);
            }
            int block = block(place);
            place = entry(place) > 0
                    ? place - 1
                    : place(block - 1, block(block - 1).size() - 1);
            return at(place);
        }
    }
}
