package io.traceops.adapter.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one service are: written one after the other into a few large segments, since a collector copies and
 * looks through a million small arrays again and again, and large ones of bytes hardly at all. The idea, and the way to
 * clean, are those of log-structured memory; see Rumble, Kejriwal and Ousterhout, "Log-structured Memory for DRAM-based
 * Storage", FAST 2014.
 *
 * <p>An event that is released leaves a hole. Events are mostly released in the order in which they came, so a segment is
 * mostly given back whole. Once the holes add up to a quarter of what is stored, the cleaner takes the segment with the
 * largest share of holes and writes what is stored there once more, a few events at a time, until it is empty. So a log takes
 * at most about half as much again as its events; if holes come faster than the cleaner works, segments get emptier and it
 * gets faster.
 *
 * <p>Guarded by the lock of the service.
 */
final class EventLog {
    private static final int SEGMENT_BYTES_MIN = 512;

    /** Small enough that what was just made is still in the caches of the processor when it is written to. */
    private static final int SEGMENT_BYTES = 32 * 1024 - 16;

    /** The most that a segment takes, unless one event alone takes more. */
    private static final int SEGMENT_BYTES_MAX = 1024 * 1024 - 16;

    /** A new segment is no more than this fraction of a small log, so that it takes little more than it needs. */
    private static final int GROWTH = 8;

    /** And no less than this fraction of a large one, so that there are not too many to choose from. */
    private static final int SEGMENTS_WANTED = 4096;

    /** Holes are cleaned once they are more than this fraction of what is stored. */
    private static final int HOLES = 4;

    /** Below this, holes are not worth the work. */
    private static final int HOLES_MIN = 4 * 1024;

    private final Segments segments;
    private final int service;
    private final List<Segment> open = new ArrayList<>();
    private long capacity;
    private long used;
    private long live;

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

    List<Segment> segments() {
        return Collections.unmodifiableList(open);
    }

    EventBytes append(Pending event) {
        EventBytes written = append(event.length());
        event.copyTo(written.array(), written.from());
        return written;
    }

    /** Takes back the event that was written last, of which no index has heard. */
    void retract(EventBytes last) {
        last.segment().retract(last.length());
        used -= last.length();
        live -= last.length();
        closeIfEmpty();
    }

    /** To be called once no index holds the event any more. */
    void release(EventBytes event) {
        Segment segment = event.segment();
        segment.release(event.length());
        live -= event.length();
        if (segment.live() == 0 && segment != open.getLast()) {
            close(segment);
        }
        closeIfEmpty();
    }

    private void closeIfEmpty() {
        if (live == 0) {
            List.copyOf(open).forEach(this::close);
        }
    }

    /**
     * Goes on with cleaning if there is a need to.
     *
     * @param most how many events are looked at
     * @param isStored whether an event is still stored
     * @param move told of each event that was written once more, and where it is now: all indexes must know when it returns
     */
    void clean(int most, Predicate<EventBytes> isStored, BiConsumer<EventBytes, EventBytes> move) {
        for (int looked = 0; looked < most; looked++) {
            Segment segment = victim;
            if (segment == null) {
                if (!isWorthCleaning()) {
                    return;
                }
                segment =
                        Collections.min(open.subList(0, open.size() - 1), Comparator.comparingDouble(EventLog::share));
                victim = segment;
                cleanedTo = 0;
            }
            if (cleanedTo == segment.used()) {
                throw new IllegalStateException("an event is counted that no index knows");
            }
            EventBytes event = new EventBytes(segment, cleanedTo);
            cleanedTo += event.length();
            if (isStored.test(event)) {
                EventBytes moved = append(event.length());
                System.arraycopy(event.array(), event.from(), moved.array(), moved.from(), event.length());
                move.accept(event, moved);
                release(event);
            }
        }
    }

    private boolean isWorthCleaning() {
        return open.size() > 1 && used - live > Math.max(HOLES_MIN, live / HOLES);
    }

    private static double share(Segment segment) {
        return (double) segment.live() / segment.capacity();
    }

    private EventBytes append(int length) {
        if (open.isEmpty() || !open.getLast().hasRoomFor(length)) {
            extend(length);
        }
        Segment last = open.getLast();
        EventBytes event = new EventBytes(last, last.take(length));
        used += length;
        live += length;
        return event;
    }

    private void extend(int length) {
        long wanted = Math.max(Math.min(capacity / GROWTH, SEGMENT_BYTES), capacity / SEGMENTS_WANTED);
        int size = Math.clamp(wanted, SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX);
        Segment segment = segments.open(service, Math.max(size, length));
        open.add(segment);
        capacity += segment.capacity();
        if (open.size() > 1 && open.get(open.size() - 2).live() == 0) {
            close(open.get(open.size() - 2));
        }
    }

    private void close(Segment segment) {
        capacity -= segment.capacity();
        used -= segment.used();
        open.remove(segment);
        segments.close(segment);
        if (segment == victim) {
            victim = null;
        }
    }
}
