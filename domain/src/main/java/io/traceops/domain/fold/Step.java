package io.traceops.domain.fold;

import java.util.List;

/** What a store has to do for one event, all of it or nothing. */
public record Step(List<Change> changes) {
    public Step {
        changes = List.copyOf(changes);
    }
}
