package io.traceops.storage.contract;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.Triage;
import io.traceops.domain.triage.TriagePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A ledger under test, with shorthands for what the tests ask most.
 *
 * @param transitions what the ledger has told its listener
 */
record OpenLedger(ServiceLedger ledger, LedgerSettings settings, TransitionRecorder transitions) {
    /** When everything is stored, unless a test is about that time. */
    static final long RECEIVED_AT = EventSample.at("12:00");

    static List<Entry> entries(EventSample... samples) {
        return Arrays.stream(samples).map(EventSample::entry).toList();
    }

    Receipt append(EventSample sample) {
        return ledger.appendEach(entries(sample), RECEIVED_AT).getFirst();
    }

    List<Receipt> appendEach(EventSample... samples) {
        return ledger.appendEach(entries(samples), RECEIVED_AT);
    }

    AppendResult appendAll(EventSample... samples) {
        return ledger.appendAll(entries(samples), RECEIVED_AT);
    }

    boolean delete(String id) {
        return ledger.delete(new EventId(id));
    }

    Optional<StoredEvent> event(String id) {
        return ledger.event(new EventId(id));
    }

    LedgerSize size() {
        return ledger.size();
    }

    /** The ids of a service's events, oldest first. */
    List<String> eventIds(String service) {
        EventSlice all =
                new EventSlice(Optional.empty(), 0, Long.MAX_VALUE, Order.OLDEST_FIRST, Optional.empty(), 1_000_000);
        return ledger.read(
                        new ServiceName(service),
                        reading -> reading.moments(all).stream()
                                .map(moment -> moment.id().value())
                                .toList())
                .orElse(List.of());
    }

    /** An issue with its history, assessed at an instant. */
    Optional<Issue> issue(IssueId id, long nowMicros) {
        return ledger.serviceOf(id)
                .flatMap(service -> ledger.read(
                        service,
                        reading -> reading.issueReading(id)
                                .map(new Triage(triagePolicy(), nowMicros, reading.triggers())::assessWithHistory)))
                .flatMap(issue -> issue);
    }

    Issue issue(EventSample error, String nowClock) {
        return issue(error.issueId(), EventSample.at(nowClock)).orElseThrow();
    }

    TriagePolicy triagePolicy() {
        return new TriagePolicy(
                settings.policy().lifecycle(),
                settings.policy().correlation(),
                settings.policy().severity(),
                PriorityPolicy.DEFAULT);
    }
}
