package io.traceops.domain.lifecycle;

import io.traceops.domain.event.Moment;
import java.util.NavigableSet;
import java.util.Optional;

/** Occurrences that are kept in a set; what changes there changes here. */
public record OccurrencesInMemory(NavigableSet<Moment> moments) implements Occurrences {
    @Override
    public Optional<Moment> firstFrom(Moment inclusive) {
        return Optional.ofNullable(moments.ceiling(inclusive));
    }

    @Override
    public Optional<Moment> firstAfter(Moment exclusive) {
        return Optional.ofNullable(moments.higher(exclusive));
    }

    @Override
    public Optional<Moment> lastBefore(Moment exclusive) {
        return Optional.ofNullable(moments.lower(exclusive));
    }
}
