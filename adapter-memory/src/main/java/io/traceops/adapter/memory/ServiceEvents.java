package io.traceops.adapter.memory;

import io.traceops.application.port.EventSlice;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The stored events of one service, in one {@link TimeIndex} for each type. Not thread-safe. */
final class ServiceEvents {
    private final Map<EventType, TimeIndex> byType = new EnumMap<>(EventType.class);
    private int count;

    ServiceEvents(Segments segments) {
        Arrays.stream(EventType.values()).forEach(type -> byType.put(type, new TimeIndex(segments)));
    }

    TimeIndex ofType(EventType type) {
        return Objects.requireNonNull(byType.get(type));
    }

    int count() {
        return count;
    }

    void add(EventBytes event) {
        ofType(event.type()).add(event);
        count++;
    }

    void remove(EventBytes event) {
        ofType(event.type()).remove(event);
        count--;
    }

    /** Notes that an event is in another place now. */
    void replace(EventBytes event, EventBytes moved) {
        ofType(event.type()).replace(event, moved);
    }

    /** The event at exactly this moment. */
    Optional<EventBytes> find(EventType type, Moment moment) {
        return ofType(type).find(moment);
    }

    Optional<EventBytes> oldest() {
        return earliest(byType.values(), TimeIndex::first);
    }

    /** The earliest of what is found in several indexes. Asked for every event, so without the objects of a stream. */
    static Optional<EventBytes> earliest(
            Collection<TimeIndex> indexes, Function<TimeIndex, Optional<EventBytes>> search) {
        EventBytes earliest = null;
        for (TimeIndex index : indexes) {
            EventBytes found = search.apply(index).orElse(null);
            if (found != null && (earliest == null || EventBytes.ORDER.compare(found, earliest) < 0)) {
                earliest = found;
            }
        }
        return Optional.ofNullable(earliest);
    }

    /** The events of a slice, each turned into what the caller needs of it. */
    <T> List<T> slice(EventSlice slice, Function<EventBytes, T> as) {
        List<Iterator<EventBytes>> walks = new ArrayList<>(byType.size());
        byType.forEach((type, index) -> {
            if (slice.type().isEmpty() || slice.type().get() == type) {
                walks.add(walk(index, slice));
            }
        });
        Iterator<EventBytes> merged = walks.size() == 1 ? walks.getFirst() : new MergedWalk(walks, slice.order());
        List<T> found = new ArrayList<>();
        while (found.size() < slice.limit() && merged.hasNext()) {
            EventBytes event = merged.next();
            if (!isWithin(event, slice)) {
                break;
            }
            found.add(as.apply(event));
        }
        return found;
    }

    private static boolean isWithin(EventBytes event, EventSlice slice) {
        long timestampMicros = event.timestampMicros();
        return timestampMicros >= slice.fromMicros() && timestampMicros <= slice.toMicros();
    }

    /** From the first event of the slice on, in its order, to the end of the index. */
    private static Iterator<EventBytes> walk(TimeIndex index, EventSlice slice) {
        return switch (slice.order()) {
            case OLDEST_FIRST ->
                slice.after()
                        .filter(after -> after.timestampMicros() >= slice.fromMicros())
                        .map(index::forwardAfter)
                        .orElseGet(() -> index.forwardFrom(Moment.startOf(slice.fromMicros())));
            case NEWEST_FIRST ->
                slice.after()
                        .filter(after -> after.timestampMicros() <= slice.toMicros())
                        .map(index::backwardFrom)
                        .orElseGet(() -> newestAtMost(index, slice.toMicros()));
        };
    }

    private static Iterator<EventBytes> newestAtMost(TimeIndex index, long toMicros) {
        return toMicros == Long.MAX_VALUE ? index.backward() : index.backwardFrom(Moment.startOf(toMicros + 1));
    }
}
