package io.traceops.domain.correlation;

import io.traceops.domain.event.Moment;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Triggers that are kept in a map; what changes there changes here. */
public record TriggersInMemory(NavigableMap<Moment, TriggerRef> byMoment) implements TriggerLog {
    @Override
    public Optional<TriggerRef> firstFrom(Moment inclusive) {
        return Optional.ofNullable(byMoment.ceilingEntry(inclusive)).map(Map.Entry::getValue);
    }

    @Override
    public Optional<TriggerRef> firstAfter(Moment exclusive) {
        return Optional.ofNullable(byMoment.higherEntry(exclusive)).map(Map.Entry::getValue);
    }

    @Override
    public Optional<TriggerRef> lastBefore(Moment exclusive) {
        return Optional.ofNullable(byMoment.lowerEntry(exclusive)).map(Map.Entry::getValue);
    }
}
