package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.at;
import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.Receipt.Stored;
import io.traceops.application.port.Receipt.TooOld;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import org.junit.jupiter.api.Test;

/** Dropping events and forgetting issues when the ledger is full. */
interface RetentionContract extends LedgerHarness {
    @Test
    default void retention_tooManyEvents_dropsTheOldest() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(3));

        ledger.appendEach(
                error("e2", "10:02"),
                error("e1", "10:01"),
                error("e4", "10:04"),
                error("e3", "10:03"),
                error("e5", "10:05"));

        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e3", "e4", "e5");
        assertThat(ledger.size().events()).isEqualTo(3);
        assertThat(ledger.size().eventsDropped()).isEqualTo(2);
        assertThat(ledger.event("e1")).isEmpty();
        assertThat(ledger.delete("e1")).isFalse();
    }

    @Test
    default void retention_droppedEvents_leaveWhatTheyGave() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(1));
        EventSample first = error("e1", "10:01").by("ada").on("/a").as("one").saying("Order 1 failed");

        ledger.append(deploy("d0", "10:00"));
        ledger.append(first);
        ledger.append(deploy("d1", "10:02"));
        ledger.append(error("e2", "10:03").by("bob").on("/b").as("one").saying("Order 2 failed"));
        ledger.append(error("e3", "10:04").by("ada").on("/a").as("one").saying("Order 3 failed"));

        Issue issue = ledger.issue(first, "11:00");
        assertThat(issue.state().count()).isEqualTo(3);
        assertThat(issue.state().first()).isEqualTo(first.moment());
        assertThat(issue.state().title()).isEqualTo("Order 1 failed");
        assertThat(issue.state().regressionCount()).isEqualTo(1);
        assertThat(issue.impact().uniqueUsers()).contains(new DistinctCount(2, false));
        assertThat(issue.impact().uniqueRoutes()).isEqualTo(new DistinctCount(2, false));
        assertThat(issue.suspectedCause().orElseThrow().moment().id().value()).isEqualTo("d1");
        assertThat(issue.history()).hasSize(3);
    }

    @Test
    default void retention_eventBeforeTheHorizon_isTooOld() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(2));
        ledger.appendEach(error("e1", "10:01"), error("e2", "10:02"), error("e3", "10:03"));

        long horizonMicros = at("10:01") + 1;
        assertThat(ledger.append(error("late", "10:01"))).isEqualTo(new TooOld(horizonMicros));
        assertThat(ledger.append(error("e1", "10:01")))
                .as("what was dropped is no duplicate any more")
                .isEqualTo(new TooOld(horizonMicros));
        assertThat(ledger.append(error("other", "10:01").of("cart")))
                .as("the horizon of one service is none for another")
                .isInstanceOf(Stored.class);
    }

    @Test
    default void retention_resolutionByADroppedTrigger_stays() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(1));
        EventSample gone = error("e1", "10:00");

        ledger.append(gone);
        ledger.append(deploy("d1", "10:01"));
        ledger.append(error("x1", "10:02").saying("Disk full"));

        Issue issue = ledger.issue(gone, "11:00");
        assertThat(issue.status()).isEqualTo(IssueStatus.RESOLVED);
        assertThat(issue.resolvedBy().orElseThrow().moment().id().value()).isEqualTo("d1");
    }

    @Test
    default void retention_errorSoonAfterADroppedTrigger_keepsItsCause() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(1));
        EventSample error = error("e1", "10:05");

        ledger.append(deploy("d1", "10:00"));
        ledger.append(error);

        assertThat(ledger.event("d1")).isEmpty();
        assertThat(ledger.issue(error, "11:00").suspectedCause()).isPresent();
    }

    @Test
    default void retention_noisyService_doesNotPushOutAQuietOne() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(20));
        ledger.appendEach(error("q1", "08:00").of("quiet"), error("q2", "08:01").of("quiet"));

        for (int i = 0; i < 200; i++) {
            ledger.append(error("n" + i, "10:00").of("noisy").atMicros(at("10:00") + i));
        }

        assertThat(ledger.eventIds("quiet")).containsExactly("q1", "q2");
        assertThat(ledger.eventIds("noisy")).hasSize(18).contains("n199").doesNotContain("n0");
    }

    @Test
    default void retention_batchLargerThanTheStore_keepsItsNewest() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(5));
        EventSample[] batch = new EventSample[50];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = error("e" + i, "10:00").atMicros(at("10:00") + i);
        }

        ledger.appendAll(batch);

        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e45", "e46", "e47", "e48", "e49");
        assertThat(ledger.issue(batch[0], "11:00").state().count()).isEqualTo(50);
    }

    @Test
    default void retention_tooManyIssues_forgetsTheOneSeenLongestAgo() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(2).withIssuesMax(3));
        for (int i = 0; i < 5; i++) {
            ledger.append(issue(i));
        }

        assertThat(ledger.size().issues()).isEqualTo(3);
        assertThat(ledger.size().issuesDropped()).isEqualTo(2);
        assertThat(ledger.ledger().serviceOf(issue(0).issueId())).isEmpty();
        assertThat(ledger.ledger().serviceOf(issue(1).issueId())).isEmpty();
        assertThat(ledger.ledger().serviceOf(issue(2).issueId())).isPresent();
    }

    @Test
    default void retention_tooManyIssuesAllWithEvents_dropsEventsUntilOneCanBeForgotten() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withIssuesMax(3));
        ledger.append(error("q1", "08:00").of("quiet"));
        for (int i = 0; i < 6; i++) {
            ledger.append(issue(i));
        }

        assertThat(ledger.size().issues()).isEqualTo(3);
        assertThat(ledger.eventIds("quiet")).containsExactly("q1");
        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e4", "e5");
        assertThat(ledger.append(issue(0))).isInstanceOf(TooOld.class);
    }

    @Test
    default void retention_serviceWithNothingLeft_isGone() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(2).withIssuesMax(1));
        ledger.appendEach(
                error("a1", "10:00").of("a"),
                error("a2", "10:01").of("a"),
                error("a3", "10:02").of("a"));
        ledger.delete("a2");
        ledger.delete("a3");
        assertThat(ledger.ledger().services())
                .as("its issue still counts the event that was dropped")
                .hasSize(1);

        ledger.append(error("b1", "10:03").of("b"));

        assertThat(ledger.ledger().services())
                .containsExactly(error("b1", "10:03").of("b").serviceName());
        assertThat(ledger.size().services()).isEqualTo(1);
    }

    @Test
    default void retention_serviceWithNothingLeft_stillKnowsItsHorizon() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(1).withServicesMax(1));
        ledger.appendEach(deploy("a1", "10:00").of("a"), deploy("a2", "10:01").of("a"));
        ledger.delete("a2");

        assertThat(ledger.append(deploy("a3", "10:00").of("a"))).isInstanceOf(TooOld.class);
        assertThat(ledger.ledger().services()).isEmpty();
        assertThat(ledger.append(deploy("c1", "10:02").of("c")))
                .as("a horizon alone takes no room from another service")
                .isInstanceOf(Stored.class);
    }

    private static EventSample issue(int number) {
        return error("e" + number, "10:00").atMicros(at("10:00") + number).saying("Failure " + (char) ('a' + number));
    }
}
