package io.traceops.application.query;

import io.traceops.application.capture.Violation;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingExplanation;
import java.util.List;
import java.util.Optional;

/** Says why an error is in its issue, and why two errors are together or apart. Thread-safe. */
public final class ExplainGrouping {
    private final ServiceLedger ledger;
    private final Fingerprinter fingerprinter;

    public ExplainGrouping(ServiceLedger ledger, Fingerprinter fingerprinter) {
        this.ledger = ledger;
        this.fingerprinter = fingerprinter;
    }

    /** @param comparedTo the id of an error to compare with */
    public Answer<GroupingAnswer> explain(String eventId, Optional<String> comparedTo) {
        Optional<StoredEvent> event = find(eventId);
        if (event.isEmpty()) {
            return BrowseEvents.noSuchEvent(eventId);
        }
        Optional<StoredEvent> other = comparedTo.flatMap(this::find);
        if (comparedTo.isPresent() && other.isEmpty()) {
            return BrowseEvents.noSuchEvent(comparedTo.get());
        }
        Optional<GroupingExplanation> explanation = explain(event.get());
        Optional<GroupingExplanation> otherExplanation = other.flatMap(this::explain);
        if (explanation.isEmpty()) {
            return notAnError("id", event.get());
        }
        if (other.isPresent() && otherExplanation.isEmpty()) {
            return notAnError("comparedTo", other.get());
        }
        Optional<GroupingComparison> comparison = other.map(o -> new GroupingComparison(
                o,
                otherExplanation.orElseThrow(),
                event.get().issueId().equals(o.issueId()),
                explanation
                        .get()
                        .grouping()
                        .firstDifference(otherExplanation.get().grouping())));
        return new Answer.Found<>(new GroupingAnswer(event.get(), explanation.get(), comparison));
    }

    private Optional<StoredEvent> find(String id) {
        return EventId.problemOf(id).isPresent() ? Optional.empty() : ledger.event(new EventId(id));
    }

    private Optional<GroupingExplanation> explain(StoredEvent stored) {
        return switch (stored.event()) {
            case ErrorEvent error -> Optional.of(fingerprinter.explain(error));
            case Trigger _ -> Optional.empty();
        };
    }

    private static <T> Answer<T> notAnError(String field, StoredEvent stored) {
        return new Answer.Invalid<>(List.of(new Violation(
                field, "is the id of a " + stored.event().type() + " event; only ERROR events are grouped")));
    }
}
