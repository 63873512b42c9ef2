package io.traceops.storage.contract;

import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.query.Answer;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Micros;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.triage.TriagePolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Every use case over one ledger, with a clock that stands still, for telling stories. Times are minutes. */
final class UseCases {
    static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    static final int BATCH_MAX = 20;
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    final CaptureEvents capture;
    final BrowseEvents browse;
    final ViewTimeline timeline;
    final TriageIssues triage;
    final ExplainGrouping explain;
    final ListServices services;

    UseCases(ServiceLedger ledger) {
        Fingerprinter fingerprinter = new Fingerprinter(GroupingPolicy.DEFAULT);
        AtomicInteger ids = new AtomicInteger();
        capture = new CaptureEvents(
                ledger,
                fingerprinter,
                () -> new EventId("made-" + ids.incrementAndGet()),
                CLOCK,
                (_, _) -> {},
                BATCH_MAX);
        browse = new BrowseEvents(ledger);
        timeline = new ViewTimeline(ledger, CorrelationPolicy.DEFAULT);
        triage = new TriageIssues(ledger, TriagePolicy.DEFAULT, CLOCK);
        explain = new ExplainGrouping(ledger, fingerprinter);
        services = new ListServices(ledger, TriagePolicy.DEFAULT, CLOCK);
    }

    /** Minutes before now. */
    static OptionalLong minutesAgo(long minutes) {
        return OptionalLong.of(Micros.of(NOW) - minutes * 60_000_000);
    }

    static EventDraft error(String id, String service, long minutesAgo, String message) {
        return draft(EventType.ERROR, id, service, minutesAgo, message, Map.of());
    }

    static EventDraft deploy(String id, String service, long minutesAgo) {
        return draft(EventType.DEPLOY, id, service, minutesAgo, "", Map.of());
    }

    static EventDraft draft(
            EventType type, String id, String service, long minutesAgo, String message, Map<String, String> metadata) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        metadata.forEach((name, value) -> members.put(name, new JsonString(value)));
        return new EventDraft(
                Optional.of(id),
                Optional.of(type),
                Optional.of(service),
                minutesAgo(minutesAgo),
                Optional.of(message),
                Optional.of(new JsonObject(members)),
                List.of());
    }

    void given(EventDraft... drafts) {
        for (EventDraft draft : drafts) {
            if (!(capture.capture(draft) instanceof CaptureOutcome.Accepted)) {
                throw new AssertionError("not accepted: " + draft);
            }
        }
    }

    BatchOutcome batch(EventDraft... drafts) {
        return capture.captureBatch(List.of(drafts));
    }

    static EventQuery events(Optional<String> service, int limit, Optional<String> cursor) {
        return new EventQuery(
                service,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(limit),
                cursor,
                List.of());
    }

    static IssueQuery issues(IssueSort sort, int limit, Optional<String> cursor) {
        return new IssueQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sort),
                OptionalInt.of(limit),
                cursor,
                List.of());
    }

    static <T> T found(Answer<T> answer) {
        if (answer instanceof Answer.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("not found: " + answer);
    }
}
