package io.traceops.adapter.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one service are: written one after the other into a few large segments, since a collector copies and
 * looks through a million small arrays again and again, and large ones of bytes hardly at all. The idea, and the way to
 * clean, are those of log-structured memory; see Rumble, Kejriwal and Ousterhout, "Log-structured Memory for DRAM-based
 * Storage", FAST 2014. An event that is large beside a segment has one of its own, so that little room is left over.
 *
 * <p>An event that is released leaves a hole. Events are mostly released in the order in which they came, so a segment is
 * mostly given back whole. Once the holes add up to a quarter of what is stored, the cleaner takes the segment with the
 * largest share of holes and writes what is stored there once more, until it is empty. It goes on a little each time that the
 * service was written to, and by {@value #CLEANED_FOR_RELEASED} bytes for each byte that was released, so holes stay below
 * about a third of what is stored.
 *
 * <p>Guarded by the lock of the service.
 */
final class EventLog {
    private static final int SEGMENT_BYTES_MIN = 512;

    /** Small enough that what was just made is still in the caches of the processor when it is written to. */
    private static final int SEGMENT_BYTES = 32 * 1024;

    /** With its header no more than half of G1's smallest region: to a larger array, G1 would give whole regions. */
    private static final int SEGMENT_BYTES_MAX = 512 * 1024 - 16;

    /** A new segment is no more than this fraction of a small log, so that it takes little more than it needs. */
    private static final int GROWTH = 8;

    /** And no less than this fraction of a large one, so that there are not too many to choose from. */
    private static final int SEGMENTS_WANTED = 4096;

    /** What is more than this fraction of a new segment gets one of its own. */
    private static final int LARGE = 8;

    /** Holes are cleaned once they are more than this fraction of what is stored. */
    private static final int HOLES = 4;

    /** Below this, holes are not worth the work. */
    private static final int HOLES_MIN = 4 * 1024;

    /** What is looked at in one go: a few tenths of a millisecond's worth. */
    private static final int CLEANED_AT_ONCE = 64 * 1024;

    private static final int CLEANED_FOR_RELEASED = 4;

    private final Segments segments;
    private final int service;

    /** The segments that several events share, in the order in which they were opened; the last one is written to. */
    private final List<Segment> shared = new ArrayList<>();

    private long capacity;
    private long used;
    private long live;

    /** What was released since the cleaner was last asked to go on. */
    private long released;

    /** The segment that is being cleaned, and how far that has come. */
    private @Nullable Segment victim;

    private int cleanedTo;

    EventLog(Segments segments, int service) {
        this.segments = segments;
        this.service = service;
    }

    /** What the log takes, in bytes, holes and free room included. */
    long capacity() {
        return capacity;
    }

    /** What the stored events take, in bytes. */
    long live() {
        return live;
    }

    /** The segments that several events share. */
    List<Segment> shared() {
        return Collections.unmodifiableList(shared);
    }

    EventBytes append(Pending event) {
        EventBytes written = append(event.length());
        event.copyTo(written.array(), written.from());
        return written;
    }

    /** Takes back the event that was written last, of which no index has heard. */
    void retract(EventBytes last) {
        Segment segment = last.segment();
        int length = last.length();
        segment.retract(length);
        used -= length;
        live -= length;
        if (segment.used() == 0) {
            close(segment);
        }
        closeIfEmpty();
    }

    /** To be called once no index holds the event any more. */
    void release(EventBytes event) {
        Segment segment = event.segment();
        segment.release(event.length());
        live -= event.length();
        released += event.length();
        if (segment.live() == 0 && (segment.isOwn() || segment != shared.getLast())) {
            close(segment);
        }
        closeIfEmpty();
    }

    /**
     * Goes on with cleaning if there is a need to.
     *
     * @param isStored whether an event is still stored
     * @param move told of each event that was written once more, and where it is now: all indexes must know when it returns
     * @throws IllegalStateException if an index has lost an event; the segment stays as it is then, and others are cleaned
     */
    void clean(Predicate<EventBytes> isStored, BiConsumer<EventBytes, EventBytes> move) {
        long left = Math.max(CLEANED_AT_ONCE, CLEANED_FOR_RELEASED * released);
        released = 0;
        while (left > 0 && (victim != null || chooseVictim())) {
            left -= cleanNext(Objects.requireNonNull(victim), isStored, move);
        }
    }

    private boolean chooseVictim() {
        if (shared.size() < 2 || used - live <= Math.max(HOLES_MIN, live / HOLES)) {
            return false;
        }
        Segment emptiest =
                Collections.min(shared.subList(0, shared.size() - 1), Comparator.comparingDouble(EventLog::share));
        if (share(emptiest) == 1) {
            return false;
        }
        victim = emptiest;
        cleanedTo = 0;
        return true;
    }

    /** What is left of a segment; all of it if it cannot be cleaned. */
    private static double share(Segment segment) {
        return segment.isStuck() ? 1 : (double) segment.live() / segment.used();
    }

    /** Says how many bytes it has looked at. */
    private int cleanNext(Segment segment, Predicate<EventBytes> isStored, BiConsumer<EventBytes, EventBytes> move) {
        boolean done = false;
        try {
            if (cleanedTo == segment.used()) {
                throw new IllegalStateException("an event is counted that no index knows");
            }
            EventBytes event = new EventBytes(segment, cleanedTo);
            int length = event.length();
            cleanedTo += length;
            if (isStored.test(event)) {
                EventBytes moved = append(length);
                System.arraycopy(event.array(), event.from(), moved.array(), moved.from(), length);
                move.accept(event, moved);
                release(event);
                released -= length;
            }
            done = true;
            return length;
        } finally {
            if (!done) {
                segment.setStuck();
                victim = null;
            }
        }
    }

    private EventBytes append(int length) {
        Segment segment = segmentFor(length);
        EventBytes event = new EventBytes(segment, segment.take(length));
        used += length;
        live += length;
        return event;
    }

    private Segment segmentFor(int length) {
        if (!shared.isEmpty() && shared.getLast().hasRoomFor(length)) {
            return shared.getLast();
        }
        long wanted = Math.max(Math.min(capacity / GROWTH, SEGMENT_BYTES), capacity / SEGMENTS_WANTED);
        int size = Math.clamp(wanted, SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX);
        boolean own = length > size / LARGE;
        Segment segment = segments.open(service, own ? length : size, own);
        capacity += segment.capacity();
        if (!own) {
            add(segment);
        }
        return segment;
    }

    private void add(Segment segment) {
        shared.add(segment);
        if (shared.size() > 1 && shared.get(shared.size() - 2).live() == 0) {
            close(shared.get(shared.size() - 2));
        }
    }

    private void closeIfEmpty() {
        if (live == 0) {
            List.copyOf(shared).forEach(this::close);
        }
    }

    private void close(Segment segment) {
        capacity -= segment.capacity();
        used -= segment.used();
        if (!segment.isOwn()) {
            shared.remove(segment);
        }
        segments.close(segment);
        if (segment == victim) {
            victim = null;
        }
    }
}
