package io.traceops.domain.event;

/**
 * A place in the total order of events: time first, then the id. Arrival never breaks a tie.
 *
 * @param timestampMicros when it happened, in microseconds since 1970-01-01T00:00:00Z, 0 or more
 * @param id the event at this place
 */
public record Moment(long timestampMicros, EventId id) implements Comparable<Moment> {
    public Moment {
        if (timestampMicros < 0) {
            throw new IllegalArgumentException("timestamp: " + timestampMicros + " µs, allowed 0 or more");
        }
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
