package io.traceops.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.event.ConfigChange;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.History;
import io.traceops.domain.fold.ServiceInMemory;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Issues as a person reads them. Times are minutes since a beginning. */
class TriageTest {
    private static final long MINUTE = 60_000_000;
    private final ServiceInMemory service = new ServiceInMemory(FoldPolicy.DEFAULT);
    private int events;

    @Test
    void assess_surgeAfterADeploy_saysWhatHowBadAndWhy() {
        deploy(100, "v1.4.1");
        error(101, "GET /cart", "u1");
        deploy(110, "v1.4.2");
        error(112, "GET /cart", "u2");
        error(113, "GET /pay/17", "u1");
        for (int i = 0; i < 30; i++) {
            error(114, "GET /cart", "u" + i % 7);
        }

        Issue issue = assessed("/cart", 115);

        assertThat(issue.status()).isEqualTo(IssueStatus.OPEN);
        assertThat(issue.impact().count()).isEqualTo(32);
        assertThat(issue.impact().uniqueRoutes()).isEqualTo(new DistinctCount(2, false));
        assertThat(issue.impact().uniqueUsers()).contains(new DistinctCount(7, false));
        assertThat(issue.impact().errorRate()).isEqualTo(32 / 14.0);
        assertThat(issue.severity().level()).isEqualTo(Severity.CRITICAL);
        assertThat(issue.suspectedCause())
                .hasValueSatisfying(cause -> assertThat(cause.release()).contains("v1.4.2"));
        assertThat(issue.priority().score()).isEqualTo(98);
        assertThat(issue.priorityReason())
                .isEqualTo("Critical: first seen 14 min ago; regressed once after deploy v1.4.2;"
                        + " 2.3 errors/min across 2 routes for 7 users");
        assertThat(issue.siblings()).hasSize(1);
        assertThat(issue.relatedEventIds()).hasSize(32);
        assertThat(issue.resolvedBy()).isEmpty();
        assertThat(issue.history()).isEmpty();
    }

    @Test
    void assess_resolvedIssue_saysByWhatAndCountsLess() {
        error(10, "", "");
        configChange(20, "raise the pool size");

        Issue issue = assessed("", 5_000);

        assertThat(issue.status()).isEqualTo(IssueStatus.RESOLVED);
        assertThat(issue.resolvedBy())
                .hasValueSatisfying(trigger -> assertThat(trigger.type()).isEqualTo(EventType.CONFIG_CHANGE));
        assertThat(issue.priority().score()).isEqualTo(12);
        assertThat(issue.priorityReason())
                .isEqualTo("Resolved by config change \"raise the pool size\", was medium: 1 occurrence;"
                        + " first seen 3 days ago");
        assertThat(issue.impact().uniqueUsers()).isEmpty();
        assertThat(issue.impact().uniqueRoutes().value()).isZero();
    }

    @Test
    void assess_triggerOfSeveralLines_isNamedByItsFirst() {
        error(10, "", "");
        configChange(20, "\n\u001b[1mRelease 14\u001b[0m\n\n* fix cart\n* drop index");
        error(30, "", "");

        assertThat(assessed("", 30).priorityReason())
                .contains("regressed once after config change \"Release 14\"")
                .doesNotContain("\n");
    }

    @Test
    void assess_triggerWithoutWords_isNamedByItsId() {
        error(10, "", "");
        add(new Deploy(new EventId("d-77"), History.SERVICE, 20 * MINUTE, " ", Metadata.EMPTY));
        error(30, "", "");
        error(31, "", "");

        assertThat(assessed("", 5_000).priorityReason())
                .isEqualTo("High: regressed once after deploy d-77; 3 occurrences; first seen 3 days ago");
    }

    @Test
    void assess_manyRegressions_namesTheLast() {
        for (int i = 0; i < 4; i++) {
            error(10L * i, "", "");
            deploy(10L * i + 5, "v" + i);
        }
        error(50, "", "");

        assertThat(assessed("", 50).priorityReason())
                .isEqualTo("High: regressed 4 times, last after deploy v3; first seen 50 min ago; 0.1 errors/min");
    }

    @Test
    void assessWithHistory_addsTheTransitions() {
        error(10, "", "");
        deploy(20, "v1");
        error(30, "", "");

        Triage triage = triage(100);
        assertThat(triage.assessWithHistory(reading("")).history())
                .extracting(transition -> transition.kind().name())
                .containsExactly("REGRESSED", "RESOLVED", "OPENED");
    }

    @Test
    void errorRate_countsTheLastHourWithoutItsBeginning() {
        error(0, "", "");
        error(10, "", "");
        error(60, "", "");
        error(80, "", "");

        // At minute 70 the error of minute 10 is exactly an hour old, and that of minute 80 is still to come.
        assertThat(assessed("", 70).impact().errorRate()).isEqualTo(1 / 10.0);
        assertThat(assessed("", 69).impact().errorRate()).isEqualTo(2 / 59.0);
        assertThat(assessed("", 80).impact().errorRate()).isEqualTo(2 / 20.0);
        assertThat(assessed("", 200).impact().errorRate()).isZero();
        assertThat(assessed("", 140).impact().errorRate()).isZero();
    }

    @Test
    void errorRate_firstErrorExactlyAnHourOld_isOutside() {
        error(10, "", "");
        error(60, "", "");

        assertThat(assessed("", 70).impact().errorRate()).isEqualTo(1 / 10.0);
    }

    @Test
    void reason_ofOneUserOnOneRoute_namesNeither() {
        error(10, "GET /cart", "u1");

        assertThat(assessed("/cart", 500).priorityReason()).isEqualTo("Medium: first seen 8 h ago; 1 occurrence");
    }

    @Test
    void reason_namesTheRateFromATwentiethAMinute() {
        error(10, "", "");
        error(11, "", "");
        error(12, "", "");

        // Three errors within the hour; a minute later the first is out of it.
        assertThat(assessed("", 69).priorityReason()).contains("0.1 errors/min");
        assertThat(assessed("", 70).priorityReason()).contains("3 occurrences");
    }

    @Test
    void errorRate_allErrorsStillToCome_isZero() {
        error(100, "", "");

        assertThat(assessed("", 90).impact().errorRate()).isZero();
    }

    @Test
    void status_verificationRunning_isOpenUntilItsEnd() {
        error(10, "", "");
        deploy(20, "v1");
        TriagePolicy verified = new TriagePolicy(
                new LifecyclePolicy(Duration.ofMinutes(30)),
                CorrelationPolicy.DEFAULT,
                SeverityPolicy.DEFAULT,
                PriorityPolicy.DEFAULT);
        IssueState state = service.issues().getFirst();

        assertThat(new Triage(verified, 49 * MINUTE, service.triggers()).status(state))
                .isEqualTo(IssueStatus.OPEN);
        assertThat(new Triage(verified, 50 * MINUTE, service.triggers()).status(state))
                .isEqualTo(IssueStatus.RESOLVED);
        assertThat(new Triage(verified, 0, service.triggers()).status(state)).isEqualTo(IssueStatus.OPEN);
        assertThat(new Triage(verified, 0, service.triggers()).openAfterMicros())
                .isZero();
    }

    @Test
    void status_triggerAtTheInstantOfTheLastError_isResolved() {
        error(0, "", "");
        deploy(0, "v1");

        assertThat(triage(0).status(service.issues().getFirst())).isEqualTo(IssueStatus.RESOLVED);
        assertThat(triage(0).openAfterMicros()).isEqualTo(1);
        assertThat(triage(0).isResolvedIfLastSeen(0)).isTrue();
        assertThat(triage(0).isResolvedIfLastSeen(1)).isFalse();
    }

    @Test
    void status_lastErrorAndItsTriggerDropped_isResolvedFromItsInstantOn() {
        error(10, "", "");
        deploy(20, "v1");
        service.settleOldest();
        service.settleOldest();
        IssueState state = service.issues().getFirst();

        assertThat(service.events()).isEmpty();
        assertThat(triage(19).status(state)).isEqualTo(IssueStatus.OPEN);
        assertThat(triage(20).status(state)).isEqualTo(IssueStatus.RESOLVED);

        error(30, "", "");
        assertThat(triage(40).status(service.issues().getFirst())).isEqualTo(IssueStatus.OPEN);
    }

    @Test
    void status_andScore_ofManyIssues_agreeWithTheFullAssessment() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            ServiceInMemory other = new ServiceInMemory(FoldPolicy.DEFAULT);
            for (Entry entry : History.random(random, 40, 8_000)) {
                other.add(entry);
                if (random.nextInt(12) == 0 && !other.events().isEmpty()) {
                    other.settleOldest();
                }
            }
            Triage triage = new Triage(TriagePolicy.DEFAULT, random.nextInt(9_000) * 1_000_000L, other.triggers());
            for (IssueState state : other.issues()) {
                IssueReading reading = other.reading(state.id());
                Issue issue = triage.assess(reading);
                int score = issue.priority().score();

                assertThat(issue.status() == IssueStatus.RESOLVED)
                        .as("seed %d", seed)
                        .isEqualTo(issue.resolvedBy().isPresent());
                assertThat(triage.rank(reading))
                        .isEqualTo(new Rank(score, state.last().timestampMicros(), state.id()));
                assertThat(triage.severity(reading)).isEqualTo(issue.severity().level());
                int least = random.nextInt(101);
                assertThat(triage.scoreAtMost(new OneIssue(reading), 0, least))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(score);
            }
        }
    }

    @Test
    void ranks_byScoreThenLastSeenThenId() {
        Rank urgent = new Rank(90, 1, new IssueId(9, 9));
        Rank recent = new Rank(50, 7, new IssueId(9, 9));
        Rank older = new Rank(50, 6, new IssueId(1, 1));
        Rank olderToo = new Rank(50, 6, new IssueId(1, 2));

        List<Rank> ranks = new ArrayList<>(List.of(olderToo, older, recent, urgent));
        ranks.sort(null);
        assertThat(ranks).containsExactly(urgent, recent, older, olderToo);
    }

    @Test
    void scoreAtMost_whereTheSpanTellsTheRate_isTheScore() {
        error(10, "/pay", "");
        error(30, "/pay", "");

        for (long minute : new long[] {30, 35, 69, 91, 600}) {
            assertThat(triage(minute).scoreAtMost(new OneIssue(reading("/pay")), 0, 0))
                    .as("minute %d", minute)
                    .isEqualTo(triage(minute).rank(reading("/pay")).score());
        }
    }

    private Issue assessed(String route, long minute) {
        return triage(minute).assess(reading(route));
    }

    private Triage triage(long minute) {
        return new Triage(TriagePolicy.DEFAULT, minute * MINUTE, service.triggers());
    }

    private IssueReading reading(String route) {
        return service.issues().stream()
                .filter(state -> state.grouping().route().equals(route))
                .map(state -> service.reading(state.id()))
                .findFirst()
                .orElseThrow();
    }

    private void error(long minute, String route, String user) {
        Map<String, JsonValue> members = new HashMap<>();
        if (!route.isEmpty()) {
            members.put("route", new JsonString(route));
        }
        if (!user.isEmpty()) {
            members.put("userId", new JsonString(user));
        }
        add(new ErrorEvent(
                nextId(), History.SERVICE, minute * MINUTE, "Payment failed", new Metadata(new JsonObject(members))));
    }

    private void deploy(long minute, String release) {
        Metadata metadata = new Metadata(new JsonObject(Map.of("release", new JsonString(release))));
        add(new Deploy(nextId(), History.SERVICE, minute * MINUTE, "", metadata));
    }

    private void configChange(long minute, String message) {
        add(new ConfigChange(nextId(), History.SERVICE, minute * MINUTE, message, Metadata.EMPTY));
    }

    private void add(Event event) {
        service.add(History.entry(event));
    }

    private EventId nextId() {
        return new EventId("e" + events++);
    }
}
