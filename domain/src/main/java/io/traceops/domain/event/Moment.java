package io.traceops.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * A place in the total order of events: time first, then the id. Arrival never breaks a tie.
 *
 * @param timestampMicros when it happened, in microseconds since 1970-01-01T00:00:00Z, 0 or more
 * @param id the event at this place
 */
public record Moment(long timestampMicros, EventId id) implements Comparable<Moment> {
    /** The smallest id there is: {@code -} is the first of the allowed characters, and one character the fewest. */
    private static final EventId FIRST_ID = new EventId("-");

    public Moment {
        if (timestampMicros < 0) {
            throw new IllegalArgumentException("timestamp: " + timestampMicros + " µs, allowed 0 or more");
        }
    }

    /** The first place at a time: no event of that time comes before it, every event of an earlier time does. */
    public static Moment startOf(long timestampMicros) {
        return new Moment(Math.max(0, timestampMicros), FIRST_ID);
    }

    // By hand, since a store compares moments for every event, and what a record generates is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Moment moment && timestampMicros == moment.timestampMicros && id.equals(moment.id);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(timestampMicros) + id.hashCode();
    }

    @Override
    public int compareTo(Moment other) {
        int byTime = Long.compare(timestampMicros, other.timestampMicros);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }

    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    public boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }
}
