package io.traceops.storage.contract;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.Triage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a ledger answers, as one text: all services with their events, and their issues as stored and as
 * assessed with their history at some instants. Two ledgers in the same state have the same text. When an event was
 * received is left out, since no rule reads it.
 */
final class CanonicalText {
    private static final EventSlice ALL =
            new EventSlice(Optional.empty(), 0, Long.MAX_VALUE, Order.OLDEST_FIRST, Optional.empty(), 1_000_000);

    private CanonicalText() {}

    static String of(OpenLedger ledger, long... instantsMicros) {
        StringBuilder text = new StringBuilder();
        ledger.ledger()
                .services()
                .forEach(service -> ledger.ledger()
                        .read(service, reading -> describe(ledger, reading, instantsMicros))
                        .ifPresent(text::append));
        return text.toString();
    }

    private static String describe(OpenLedger ledger, ServiceReading reading, long... instantsMicros) {
        List<String> lines = new ArrayList<>();
        lines.add("service " + reading.service() + ": " + reading.eventCount() + " events, " + reading.issueCount()
                + " issues, complete from " + reading.horizonMicros());
        reading.events(ALL).forEach(event -> lines.add("  " + describe(event)));
        List<IssueReading> issues = new ArrayList<>();
        reading.issues().forEach(issues::add);
        issues.sort(Comparator.comparing(issue -> issue.state().id()));
        for (IssueReading issue : issues) {
            lines.add("  " + issue.state());
            lines.add("    users " + issue.uniqueUsers() + ", routes " + issue.familyRoutes());
            lines.add("    occurrences " + occurrences(reading, issue.state().id()));
            for (long nowMicros : instantsMicros) {
                Triage triage = new Triage(ledger.triagePolicy(), nowMicros, reading.triggers());
                lines.add("    at " + nowMicros + " " + triage.assessWithHistory(issue));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String describe(StoredEvent event) {
        return event.event() + " in " + event.issueId();
    }

    private static List<String> occurrences(ServiceReading reading, IssueId id) {
        return reading.occurrencesBefore(id, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(occurrence -> occurrence.event().id().value())
                .toList();
    }
}
