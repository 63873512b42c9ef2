package io.traceops.storage.contract;

import static io.traceops.storage.contract.UseCases.deploy;
import static io.traceops.storage.contract.UseCases.draft;
import static io.traceops.storage.contract.UseCases.error;
import static io.traceops.storage.contract.UseCases.found;
import static io.traceops.storage.contract.UseCases.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.DeleteOutcome;
import io.traceops.application.capture.CaptureOutcome.Accepted;
import io.traceops.application.capture.CaptureOutcome.Duplicate;
import io.traceops.application.capture.CaptureOutcome.Rejected;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.capture.Rejection;
import io.traceops.application.capture.Violation;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.Answer;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.GroupingAnswer;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.application.query.Page;
import io.traceops.application.query.ServiceSummary;
import io.traceops.application.query.Timeline;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Micros;
import io.traceops.domain.grouping.GroupingPart;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the use cases promise, over whatever ledger. */
public abstract class UseCasesContract {
    private final UseCases use;

    /** @param emptyLedger a ledger with the default policies and room for everything that a test stores */
    protected UseCasesContract(ServiceLedger emptyLedger) {
        use = new UseCases(emptyLedger);
    }

    @Test
    void capture_newThenRepeatedThenChanged_isAcceptedThenDuplicateThenConflict() {
        assertThat(use.capture.capture(error("e1", "api", 5, "boom"))).isInstanceOf(Accepted.class);
        assertThat(use.capture.capture(error("e1", "api", 5, "boom"))).isInstanceOf(Duplicate.class);
        assertThat(use.capture.capture(error("e1", "api", 5, "bang")))
                .isEqualTo(new Rejected(new Rejection.Conflict(new EventId("e1"))));
        assertThat(use.capture.capture(error("e1", "web", 5, "boom")))
                .isEqualTo(new Rejected(new Rejection.Conflict(new EventId("e1"))));
    }

    @Test
    void capture_withoutIdOrTime_givesBothAndAResendWithTheIdIsADuplicate() {
        EventDraft bare = bare(Optional.empty());
        StoredEvent first = ((Accepted) use.capture.capture(bare)).event();
        StoredEvent second = ((Accepted) use.capture.capture(bare)).event();

        assertThat(first.event().id()).isNotEqualTo(second.event().id());
        assertThat(first.event().timestampMicros()).isEqualTo(Micros.of(UseCases.NOW));
        assertThat(second.event().timestampMicros()).isGreaterThan(first.event().timestampMicros());
        assertThat(use.capture.capture(bare(Optional.of(first.event().id().value()))))
                .isEqualTo(new Duplicate(first));
    }

    private static EventDraft bare(Optional<String> id) {
        return new EventDraft(
                id,
                Optional.of(EventType.ERROR),
                Optional.of("api"),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void captureEach_oneIsBad_theOthersAreStored() {
        List<CaptureOutcome> outcomes = use.capture.captureEach(List.of(
                error("e1", "api", 5, "boom"), error("bad id", "api", 5, "boom"), error("e2", "web", 5, "boom")));

        assertThat(outcomes.get(0)).isInstanceOf(Accepted.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isInstanceOf(Rejection.Invalid.class));
        assertThat(outcomes.get(2)).isInstanceOf(Accepted.class);
    }

    @Test
    void batch_good_isStoredAndRepeatsAreCounted() {
        use.given(error("e0", "api", 9, "old"));

        BatchOutcome.Accepted outcome = (BatchOutcome.Accepted) use.batch(
                error("e1", "api", 5, "boom"),
                error("e0", "api", 9, "old"),
                error("e1", "api", 5, "boom"),
                deploy("d1", "web", 3));

        assertThat(outcome.duplicates()).isEqualTo(2);
        assertThat(outcome.events())
                .extracting(event -> event.event().id().value())
                .containsExactly("e1", "e0", "e1", "d1");
    }

    @Test
    void batch_oneInvalid_storesNothingAndNamesEveryBadEvent() {
        BatchOutcome.Rejected outcome = (BatchOutcome.Rejected)
                use.batch(error("e1", "api", 5, "boom"), error("no id", " ", 5, "x"), error("e3", "", 5, "x"));

        assertThat(outcome.rejectedCount()).isEqualTo(2);
        assertThat(outcome.rejections()).extracting(BatchOutcome.Indexed::index).containsExactly(1, 2);
        assertThat(((Rejection.Invalid) outcome.rejections().getFirst().rejection()).violations())
                .extracting(Violation::field)
                .containsExactly("id", "serviceName");
        assertThat(use.browse.event("e1")).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void batch_conflictInTheLedgerOrWithin_storesNothing() {
        use.given(error("e0", "api", 9, "old"));

        BatchOutcome.Rejected stored =
                (BatchOutcome.Rejected) use.batch(error("e1", "web", 5, "boom"), error("e0", "api", 9, "new"));
        BatchOutcome.Rejected within =
                (BatchOutcome.Rejected) use.batch(error("e2", "api", 5, "boom"), error("e2", "api", 5, "bang"));

        assertThat(stored.rejections())
                .containsExactly(new BatchOutcome.Indexed(1, new Rejection.Conflict(new EventId("e0"))));
        assertThat(within.rejections())
                .containsExactly(new BatchOutcome.Indexed(1, new Rejection.Conflict(new EventId("e2"))));
        assertThat(use.browse.event("e1")).isInstanceOf(Answer.NotFound.class);
        assertThat(use.browse.event("e2")).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void batch_invalidAndInConflict_namesBoth() {
        use.given(error("e1", "api", 5, "boom"));

        BatchOutcome.Rejected outcome = (BatchOutcome.Rejected)
                use.batch(error("e2", "api", 5, "x"), error("no id", "api", 5, "x"), error("e1", "api", 5, "bang"));

        assertThat(outcome.rejections()).extracting(BatchOutcome.Indexed::index).containsExactly(1, 2);
        assertThat(outcome.rejections().get(1).rejection()).isEqualTo(new Rejection.Conflict(new EventId("e1")));
    }

    @Test
    void batch_sizeOutOfBounds_isRefused() {
        assertThat(use.batch()).isInstanceOf(BatchOutcome.InvalidSize.class);
        EventDraft[] tooMany = new EventDraft[UseCases.BATCH_MAX + 1];
        for (int i = 0; i < tooMany.length; i++) {
            tooMany[i] = error("e" + i, "api", 5, "boom");
        }
        assertThat(use.batch(tooMany)).isInstanceOf(BatchOutcome.InvalidSize.class);
        assertThat(use.browse.event("e0")).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void delete_storedEvent_isGoneOnce() {
        use.given(error("e1", "api", 5, "boom"));

        assertThat(use.capture.delete(new EventId("e1"))).isEqualTo(DeleteOutcome.DELETED);
        assertThat(use.capture.delete(new EventId("e1"))).isEqualTo(DeleteOutcome.NOT_FOUND);
        assertThat(use.browse.event("e1")).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void list_acrossServices_pagesNewestFirstWithoutGapsWhileEventsArrive() {
        for (int i = 0; i < 60; i++) {
            use.given(error("e" + i, "s" + i % 7 % 3, 1_000 - i / 3, "boom " + i % 4));
        }
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int arrived = 0;
        do {
            Page<StoredEvent> page = found(use.browse.list(UseCases.events(Optional.empty(), 7, cursor)));
            page.items().forEach(event -> seen.add(event.event().id().value()));
            cursor = page.nextCursor();
            // Newer than everything that is still to be listed.
            use.given(error("new" + arrived++, "s0", 1, "boom"));
        } while (cursor.isPresent());

        assertThat(seen).hasSize(60).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("new"));
        assertThat(seen.subList(0, 3)).containsExactly("e59", "e58", "e57");
    }

    @Test
    void list_byTypeAndTime_bothEndsIncluded() {
        use.given(
                error("e1", "api", 30, "boom"),
                deploy("d1", "api", 20),
                error("e2", "api", 10, "boom"),
                deploy("d2", "web", 10));

        assertThat(ids(query(Optional.of("api"), Optional.of(EventType.ERROR), 30, 10)))
                .containsExactly("e2", "e1");
        assertThat(ids(query(Optional.empty(), Optional.of(EventType.DEPLOY), 30, 10)))
                .containsExactly("d2", "d1");
        assertThat(ids(query(Optional.of("api"), Optional.empty(), 29, 11))).containsExactly("d1");
        assertThat(ids(query(Optional.of("nobody"), Optional.empty(), 30, 10))).isEmpty();
    }

    private List<String> ids(EventQuery query) {
        return found(use.browse.list(query)).items().stream()
                .map(event -> event.event().id().value())
                .toList();
    }

    private static EventQuery query(Optional<String> service, Optional<EventType> type, long from, long to) {
        return new EventQuery(
                service, type, minutesAgo(from), minutesAgo(to), OptionalInt.empty(), Optional.empty(), List.of());
    }

    @Test
    void list_badQuestion_namesEverythingThatIsWrong() {
        EventQuery bad = new EventQuery(
                Optional.of(" "),
                Optional.empty(),
                minutesAgo(1),
                minutesAgo(2),
                OptionalInt.of(1_001),
                Optional.of("nonsense"),
                List.of(new Violation("eventType", "is PING")));

        assertThat(((Answer.Invalid<Page<StoredEvent>>) use.browse.list(bad)).violations())
                .extracting(Violation::field)
                .containsExactly("eventType", "serviceName", "limit", "endTime", "cursor");
        assertThat(((Answer.Invalid<Timeline>) use.timeline.view(bad)).violations())
                .hasSize(5);
    }

    @Test
    void timeline_oldestFirst_saysWhichChangeLikelyCausedWhichError() {
        use.given(
                error("before", "api", 31, "boom"),
                deploy("d1", "api", 30),
                error("after", "api", 26, "boom"),
                error("later", "api", 20, "boom"),
                deploy("other", "web", 21));

        Timeline timeline = found(use.timeline.view(UseCases.events(Optional.of("api"), 10, Optional.empty())));

        assertThat(timeline.entries().items())
                .extracting(entry -> entry.event().event().id() + " "
                        + entry.correlatedTo().map(EventId::value).orElse("-") + " " + entry.isLikelyCause())
                .containsExactly("before - false", "d1 - false", "after d1 true", "later - false");
        assertThat(timeline.horizonMicros()).isEmpty();
        Timeline firstPage = found(use.timeline.view(UseCases.events(Optional.of("api"), 2, Optional.empty())));
        Timeline secondPage = found(use.timeline.view(
                UseCases.events(Optional.of("api"), 2, firstPage.entries().nextCursor())));
        assertThat(secondPage.entries().items().getFirst().correlatedTo()).contains(new EventId("d1"));
        assertThat(secondPage.entries().nextCursor()).isEmpty();
    }

    @Test
    void timeline_unknownService_isEmpty() {
        Timeline timeline = found(use.timeline.view(UseCases.events(Optional.of("nobody"), 10, Optional.empty())));

        assertThat(timeline.entries().items()).isEmpty();
        assertThat(timeline.service().value()).isEqualTo("nobody");
        assertThat(use.timeline.view(UseCases.events(Optional.empty(), 10, Optional.empty())))
                .isInstanceOf(Answer.Invalid.class);
    }

    @Test
    void needsAttention_openIssuesByScore_threeUnlessAskedOtherwise() {
        use.given(
                error("a", "api", 600, "calm"),
                error("b", "api", 500, "Payment failed"),
                error("c", "web", 400, "Fatal crash"),
                error("d", "job", 4_000, "exception in job"),
                error("e", "old", 900, "Fatal crash"),
                deploy("fix", "old", 800));

        assertThat(titles(found(use.triage.needsAttention(Optional.empty(), OptionalInt.empty()))))
                .containsExactly("Fatal crash", "Payment failed", "exception in job");
        assertThat(found(use.triage.needsAttention(Optional.of("api"), OptionalInt.of(100))))
                .hasSize(2)
                .allMatch(issue -> issue.status() == IssueStatus.OPEN);
        assertThat(use.triage.needsAttention(Optional.empty(), OptionalInt.of(101)))
                .isInstanceOf(Answer.Invalid.class);
        assertThat(use.triage.needsAttention(Optional.empty(), OptionalInt.of(0)))
                .isInstanceOf(Answer.Invalid.class);
    }

    @Test
    void issues_everySort_pagesWithoutGapsInItsOrder() {
        for (int i = 0; i < 23; i++) {
            for (int n = 0; n <= i % 5; n++) {
                use.given(error("e" + i + "-" + n, "s" + i % 3, 2_000 + i * 17 % 11 - n, "kind " + (char) ('a' + i)));
            }
        }
        for (IssueSort sort : IssueSort.values()) {
            List<Issue> issues = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page<Issue> page = found(use.triage.list(UseCases.issues(sort, 4, cursor)));
                issues.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor.isPresent());

            assertThat(issues)
                    .extracting(issue -> issue.state().id())
                    .hasSize(23)
                    .doesNotHaveDuplicates();
            assertThat(issues).extracting(issue -> -key(sort, issue)).isSorted();
        }
    }

    private static long key(IssueSort sort, Issue issue) {
        return switch (sort) {
            case PRIORITY -> issue.priority().score();
            case LAST_SEEN -> issue.state().last().timestampMicros();
            case FIRST_SEEN -> issue.state().first().timestampMicros();
            case COUNT -> issue.state().count();
        };
    }

    @Test
    void issues_filters_eachNarrowsTheList() {
        use.given(
                error("a", "api", 600, "Payment failed"),
                deploy("d", "api", 500),
                error("b", "api", 400, "Fatal crash"),
                draft(EventType.ERROR, "c", "web", 400, "hello", Map.of("route", "/Checkout/7")));

        assertThat(titles(filtered(Optional.of(IssueStatus.RESOLVED), Optional.empty(), Optional.empty())))
                .containsExactly("Payment failed");
        assertThat(titles(filtered(Optional.empty(), Optional.of(Severity.HIGH), Optional.empty())))
                .containsExactly("Fatal crash");
        assertThat(titles(filtered(Optional.empty(), Optional.empty(), Optional.of("PAYMENT"))))
                .containsExactly("Payment failed");
        assertThat(titles(filtered(Optional.empty(), Optional.empty(), Optional.of("checkout"))))
                .containsExactly("hello");
    }

    private List<Issue> filtered(Optional<IssueStatus> status, Optional<Severity> severity, Optional<String> text) {
        return found(use.triage.list(new IssueQuery(
                        Optional.empty(),
                        status,
                        severity,
                        text,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of())))
                .items();
    }

    @Test
    void issues_badQuestion_namesEverythingThatIsWrong() {
        IssueQuery bad = new IssueQuery(
                Optional.of(""),
                Optional.empty(),
                Optional.empty(),
                Optional.of("x".repeat(201)),
                Optional.empty(),
                OptionalInt.of(0),
                Optional.of("nonsense"),
                List.of());

        assertThat(((Answer.Invalid<Page<Issue>>) use.triage.list(bad)).violations())
                .extracting(Violation::field)
                .containsExactly("serviceName", "limit", "query", "cursor");
    }

    @Test
    void issue_byId_hasItsHistoryAndItsOccurrences() {
        use.given(
                error("a", "api", 600, "Payment failed"),
                deploy("d", "api", 500),
                error("b", "api", 400, "Payment failed"),
                error("c", "api", 300, "Payment failed"));
        String id = onlyIssue().state().id().hex();

        Issue issue = found(use.triage.issue(id));
        assertThat(issue.history())
                .extracting(transition ->
                        transition.kind() + " " + transition.cause().id())
                .containsExactly("REGRESSED b", "RESOLVED d", "OPENED a");
        assertThat(issue.relatedEventIds()).extracting(EventId::value).containsExactly("c", "b", "a");

        Page<StoredEvent> first = found(use.triage.events(id, OptionalInt.of(2), Optional.empty()));
        Page<StoredEvent> second = found(use.triage.events(id, OptionalInt.of(2), first.nextCursor()));
        assertThat(first.items())
                .extracting(event -> event.event().id().value())
                .containsExactly("c", "b");
        assertThat(second.items())
                .extracting(event -> event.event().id().value())
                .containsExactly("a");
        assertThat(second.nextCursor()).isEmpty();
        assertThat(first.items())
                .allMatch(event ->
                        event.issueId().equals(Optional.of(issue.state().id())));
    }

    @Test
    void issue_unknownId_isNotFound() {
        for (String id : List.of("", "nonsense", "0".repeat(32))) {
            assertThat(use.triage.issue(id)).as(id).isInstanceOf(Answer.NotFound.class);
            assertThat(use.triage.events(id, OptionalInt.empty(), Optional.empty()))
                    .as(id)
                    .isInstanceOf(Answer.NotFound.class);
        }
        assertThat(use.triage.events("0".repeat(32), OptionalInt.of(0), Optional.of("x")))
                .isInstanceOf(Answer.Invalid.class);
    }

    private Issue onlyIssue() {
        List<Issue> issues = found(use.triage.list(UseCases.issues(IssueSort.COUNT, 10, Optional.empty())))
                .items();
        assertThat(issues).hasSize(1);
        return issues.getFirst();
    }

    @Test
    void explain_errors_saysWhyTogetherOrApart() {
        use.given(
                draft(EventType.ERROR, "a", "api", 5, "boom 12345", Map.of("route", "/x/1")),
                draft(EventType.ERROR, "b", "api", 4, "boom 67890", Map.of("route", "/x/2")),
                draft(EventType.ERROR, "c", "api", 3, "boom 67890", Map.of("route", "/y")),
                deploy("d", "api", 2));

        GroupingAnswer together = found(use.explain.explain("a", Optional.of("b")));
        GroupingAnswer apart = found(use.explain.explain("a", Optional.of("c")));

        assertThat(together.comparison().orElseThrow().firstDifference()).isEmpty();
        assertThat(apart.comparison().orElseThrow().firstDifference()).contains(GroupingPart.ROUTE);
        assertThat(found(use.explain.explain("a", Optional.empty())).comparison())
                .isEmpty();
        assertThat(use.explain.explain("d", Optional.empty())).isInstanceOf(Answer.Invalid.class);
        assertThat(use.explain.explain("a", Optional.of("d"))).isInstanceOf(Answer.Invalid.class);
        assertThat(use.explain.explain("nobody", Optional.empty())).isInstanceOf(Answer.NotFound.class);
        assertThat(use.explain.explain("a", Optional.of("no body"))).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void services_atAGlance_countWhatIsOpen() {
        use.given(
                error("a", "web", 600, "Payment failed"),
                deploy("d", "web", 500),
                error("b", "web", 400, "Fatal crash"),
                error("c", "api", 100, "boom"));

        List<ServiceSummary> services = use.services.services();

        assertThat(services)
                .extracting(ServiceSummary::service, ServiceSummary::events, ServiceSummary::openIssues)
                .hasToString("[(api, 1L, 1L), (web, 3L, 1L)]");
        assertThat(services.get(1).lastTrigger())
                .hasValueSatisfying(
                        trigger -> assertThat(trigger.moment().id().value()).isEqualTo("d"));
        assertThat(services.get(1).lastEventMicros()).isEqualTo(minutesAgo(400));
        assertThat(services.get(0).lastTrigger()).isEmpty();
        assertThat(services.get(0).horizonMicros()).isEmpty();
    }

    private static List<String> titles(List<Issue> issues) {
        return issues.stream().map(issue -> issue.state().title()).toList();
    }
}
