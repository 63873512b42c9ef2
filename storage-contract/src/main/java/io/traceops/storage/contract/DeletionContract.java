package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.Receipt.Stored;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import org.junit.jupiter.api.Test;

/** Deleting an event: it is as if it had never arrived. */
interface DeletionContract extends LedgerHarness {
    @Test
    default void delete_unknownId_isFalse() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00"));

        assertThat(ledger.delete("e2")).isFalse();
        assertThat(ledger.size().events()).isEqualTo(1);
    }

    @Test
    default void delete_storedEvent_isGoneOnce() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:01"));

        assertThat(ledger.delete("e1")).isTrue();
        assertThat(ledger.delete("e1")).isFalse();

        assertThat(ledger.event("e1")).isEmpty();
        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e2");
    }

    @Test
    default void delete_storedEvent_freesItsIdForAnyEvent() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:01"));
        ledger.delete("e1");

        assertThat(ledger.append(deploy("e1", "10:05").of("cart"))).isInstanceOf(Stored.class);
    }

    @Test
    default void delete_lastOccurrence_removesTheIssueAndItsService() {
        OpenLedger ledger = open();
        EventSample only = error("e1", "10:00").by("ada").on("/cart");
        ledger.append(only);

        ledger.delete("e1");

        assertThat(ledger.ledger().serviceOf(only.issueId())).isEmpty();
        assertThat(ledger.ledger().services()).isEmpty();
        assertThat(CanonicalText.of(ledger)).isEqualTo(CanonicalText.of(open()));
        assertThat(ledger.size()).isEqualTo(open().size());
    }

    @Test
    default void delete_firstOccurrence_givesTheIssueTheTitleOfTheNext() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00").saying("Order 4711 failed").as("orders");
        EventSample second = error("e2", "10:05").saying("Order 4712 failed").as("orders");
        ledger.appendEach(first, second);

        ledger.delete("e1");

        Issue issue = ledger.issue(second, "11:00");
        assertThat(issue.state().title()).isEqualTo("Order 4712 failed");
        assertThat(issue.state().first()).isEqualTo(second.moment());
    }

    @Test
    default void delete_resolvingTrigger_opensTheIssueAgain() {
        OpenLedger ledger = open();
        EventSample error = error("e1", "10:00");
        ledger.appendEach(error, deploy("d1", "10:05"));
        assertThat(ledger.issue(error, "11:00").status()).isEqualTo(IssueStatus.RESOLVED);

        ledger.delete("d1");

        assertThat(ledger.issue(error, "11:00").status()).isEqualTo(IssueStatus.OPEN);
    }

    @Test
    default void delete_triggerBetweenOccurrences_undoesTheRegression() {
        OpenLedger ledger = open();
        EventSample error = error("e1", "10:00");
        ledger.appendEach(error, deploy("d1", "10:05"), error("e2", "10:10"));
        assertThat(ledger.issue(error, "11:00").state().regressionCount()).isEqualTo(1);

        ledger.delete("d1");

        assertThat(ledger.issue(error, "11:00").state().regressionCount()).isZero();
    }

    @Test
    default void delete_occurrences_takeTheirUsersAndRoutesAlong() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00").by("ada").on("/cart").as("one");
        ledger.appendEach(
                first,
                error("e2", "10:01").by("bob").on("/cart").as("one"),
                error("e3", "10:02").by("bob").on("/pay").as("one"));

        ledger.delete("e3");

        Issue issue = ledger.issue(first, "11:00");
        assertThat(issue.impact().uniqueUsers().orElseThrow().value()).isEqualTo(2);
        assertThat(issue.impact().uniqueRoutes().value()).isEqualTo(1);
    }

    @Test
    default void delete_beyondTheExactCount_countsWhatIsLeft() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withExactUsersMax(2));
        EventSample first = error("e0", "10:00").by("u0").on("/r0").as("one");
        ledger.append(first);
        for (int i = 1; i < 6; i++) {
            ledger.append(error("e" + i, "10:00").by("u" + i).on("/r" + i).as("one"));
        }
        assertThat(ledger.issue(first, "11:00").impact().uniqueUsers().orElseThrow())
                .satisfies(users -> assertThat(users.estimated()).isTrue())
                .satisfies(users -> assertThat(users.value()).isEqualTo(6));

        for (int i = 5; i > 1; i--) {
            ledger.delete("e" + i);
        }

        assertThat(ledger.issue(first, "11:00").impact().uniqueUsers().orElseThrow())
                .satisfies(users -> assertThat(users.estimated()).isFalse())
                .satisfies(users -> assertThat(users.value()).isEqualTo(2));
        assertThat(ledger.issue(first, "11:00").impact().uniqueRoutes().value()).isEqualTo(2);
    }
}
