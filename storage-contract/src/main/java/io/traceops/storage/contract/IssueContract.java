package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.at;
import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.ServiceReading;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Reading issues: what is counted for them, and which events and issues they lead to. */
interface IssueContract extends LedgerHarness {
    @Test
    default void issues_severalServices_belongToTheirOwn() {
        OpenLedger ledger = open();
        EventSample here = error("e1", "10:00");
        EventSample there = error("e2", "10:00").of("cart");
        ledger.appendEach(here, there, error("e3", "10:01").saying("Disk full"));

        assertThat(ledger.ledger().serviceOf(here.issueId())).contains(here.serviceName());
        assertThat(ledger.ledger().serviceOf(there.issueId())).contains(there.serviceName());
        assertThat(ledger.ledger().serviceOf(new IssueId(1, 2))).isEmpty();
        List<IssueId> ids = new ArrayList<>();
        ask(ledger, reading -> {
            reading.issues().forEach(issue -> ids.add(issue.state().id()));
            return reading.issueCount();
        });
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        here.issueId(), error("e3", "10:01").saying("Disk full").issueId());
    }

    @Test
    default void issueReading_unknownIssue_isAbsent() {
        OpenLedger ledger = open();
        IssueId elsewhere = error("e2", "10:00").of("cart").issueId();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:00").of("cart"));

        ask(ledger, reading -> {
            assertThat(reading.issueReading(elsewhere).isPresent()).isFalse();
            assertThat(reading.issue(elsewhere)).isEmpty();
            assertThat(reading.occurrences(elsewhere).lastBefore(Moment.startOf(at("23:00"))))
                    .isEmpty();
            assertThat(reading.occurrencesBefore(elsewhere, Optional.empty(), 10))
                    .isEmpty();
            return true;
        });
    }

    @Test
    default void storedEvent_ofAnotherService_isAbsent() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:00").of("cart"));

        ask(ledger, reading -> {
            assertThat(reading.storedEvent(new EventId("e2"))).isEmpty();
            assertThat(reading.storedEvent(new EventId("e1"))).isPresent();
            assertThat(reading.event(new EventId("e2")))
                    .as("ids are unique across services")
                    .isPresent();
            return true;
        });
    }

    @Test
    default void occurrencesBefore_pageByPage_areNewestFirst() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00");
        EventSample second = error("e2", "10:01");
        ledger.appendEach(
                error("e3", "10:02"), first, second, error("x", "10:01").saying("Disk full"));

        assertThat(occurrencesBefore(ledger, first.issueId(), Optional.empty(), 2))
                .containsExactly("e3", "e2");
        assertThat(occurrencesBefore(ledger, first.issueId(), Optional.of(second.moment()), 2))
                .containsExactly("e1");
    }

    private static List<String> occurrencesBefore(
            OpenLedger ledger, IssueId id, Optional<Moment> exclusive, int limit) {
        return ask(ledger, reading -> reading.occurrencesBefore(id, exclusive, limit)).stream()
                .map(stored -> stored.event().id().value())
                .toList();
    }

    @Test
    default void countBetween_timesGiven_excludesTheStartAndIncludesTheEnd() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00");
        ledger.appendEach(first, error("e2", "10:01"), error("e3", "10:01"), error("e4", "10:02"));

        inspect(ledger, first, issue -> {
            assertThat(issue.countBetween(at("10:00"), at("10:01"))).isEqualTo(2);
            assertThat(issue.countBetween(-5, Long.MAX_VALUE)).isEqualTo(4);
            assertThat(issue.countBetween(at("10:02"), at("10:00"))).isZero();
            assertThat(issue.countBetween(-10, -5)).isZero();
        });
    }

    @Test
    default void newestEvents_moreThanAsked_areTheNewest() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00");
        ledger.appendEach(error("e3", "10:02"), first, error("e2", "10:01"));

        inspect(ledger, first, issue -> {
            assertThat(issue.newestEvents(2)).containsExactly(new EventId("e3"), new EventId("e2"));
            assertThat(issue.newestEvents(0)).isEmpty();
        });
    }

    @Test
    default void siblings_sameErrorOnSeveralRoutes_areInTheOrderOfTheirIds() {
        OpenLedger ledger = open();
        EventSample one = error("e1", "10:00").on("/a");
        EventSample two = error("e2", "10:00").on("/b");
        EventSample three = error("e3", "10:00").on("/c");
        ledger.appendEach(
                one, two, three, error("e4", "10:00").saying("Disk full").on("/a"));
        ledger.append(error("e5", "10:00").on("/b").of("cart"));

        List<IssueId> others = new ArrayList<>(List.of(two.issueId(), three.issueId()));
        others.sort(null);
        inspect(ledger, one, issue -> {
            assertThat(issue.siblings(20)).isEqualTo(others);
            assertThat(issue.siblings(1)).isEqualTo(others.subList(0, 1));
            assertThat(issue.familyRoutes()).isEqualTo(new DistinctCount(3, false));
        });
    }

    @Test
    default void users_noneNamed_areAbsent() {
        OpenLedger ledger = open();
        EventSample named = error("e1", "10:00").by("ada");
        EventSample nobody = error("e2", "10:00").saying("Disk full");
        ledger.appendEach(
                named,
                nobody,
                error("e3", "10:01").by("ada"),
                error("e4", "10:01").by("bob"));

        inspect(ledger, named, issue -> assertThat(issue.uniqueUsers()).contains(new DistinctCount(2, false)));
        inspect(ledger, nobody, issue -> {
            assertThat(issue.uniqueUsers()).isEmpty();
            assertThat(issue.familyRoutes()).isEqualTo(new DistinctCount(0, false));
        });
    }

    @Test
    default void users_allWhoWereNamedDeleted_areAbsentAgain() {
        OpenLedger ledger = open();
        EventSample named = error("e1", "10:00").by("ada");
        ledger.appendEach(named, error("e2", "10:01"));

        ledger.delete("e1");

        inspect(ledger, named, issue -> assertThat(issue.uniqueUsers()).isEmpty());
    }

    @Test
    default void users_beyondTheExactCount_areEstimated() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withExactUsersMax(3));
        EventSample first = error("e0", "10:00").by("u0");
        for (int i = 0; i < 3; i++) {
            ledger.append(error("e" + i, "10:00").by("u" + i));
        }
        inspect(ledger, first, issue -> assertThat(issue.uniqueUsers()).contains(new DistinctCount(3, false)));

        ledger.append(error("e3", "10:00").by("u3"));

        inspect(ledger, first, issue -> assertThat(issue.uniqueUsers()).contains(new DistinctCount(4, true)));
    }

    @Test
    default void triggers_bothKinds_areOneLog() {
        OpenLedger ledger = open();
        ledger.appendEach(
                deploy("d1", "10:00"),
                EventSample.configChange("c1", "10:01"),
                deploy("d2", "10:02"),
                error("e", "10:01"));

        Moment change = EventSample.configChange("c1", "10:01").moment();
        List<String> around = ask(
                ledger,
                reading -> List.of(
                        reading.triggers()
                                .lastBefore(change)
                                .orElseThrow()
                                .moment()
                                .id()
                                .value(),
                        reading.triggers()
                                .firstFrom(change)
                                .orElseThrow()
                                .moment()
                                .id()
                                .value(),
                        reading.triggers()
                                .firstAfter(change)
                                .orElseThrow()
                                .moment()
                                .id()
                                .value()));
        assertThat(around).containsExactly("d1", "c1", "d2");
    }

    private static <R> R ask(OpenLedger ledger, Function<ServiceReading, R> question) {
        return ledger.ledger()
                .read(new ServiceName(EventSample.SERVICE), question)
                .orElseThrow();
    }

    private static void inspect(OpenLedger ledger, EventSample error, Consumer<IssueReading> inspection) {
        ask(ledger, reading -> {
            inspection.accept(reading.issueReading(error.issueId()).orElseThrow());
            return true;
        });
    }
}
