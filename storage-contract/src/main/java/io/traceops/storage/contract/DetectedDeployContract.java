package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.at;
import static io.traceops.storage.contract.EventSample.configChange;
import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.release.DetectionPolicy;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deploys that nobody announced: the first event that names a release gives them away. */
interface DetectedDeployContract extends LedgerHarness {
    @Test
    default void release_firstNamed_isADeployJustBefore() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00").in("v1", "production");

        ledger.append(first);

        Event deploy = detected(ledger).getFirst();
        assertThat(deploy.type()).isEqualTo(EventType.DEPLOY);
        assertThat(deploy.timestampMicros()).isEqualTo(at("10:00") - 1);
        assertThat(deploy.message()).isEqualTo("First seen: v1 in production");
        assertThat(deploy.metadata().member("detected")).contains(new JsonBoolean(true));
        assertThat(deploy.metadata().member("environment")).contains(new JsonString("production"));
        Issue issue = ledger.issue(first, "11:00");
        assertThat(issue.status()).as("no answer to what gives it away").isEqualTo(IssueStatus.OPEN);
        assertThat(issue.suspectedCause().map(TriggerRef::isDetected)).contains(true);
    }

    @Test
    default void release_namedAgain_isOneDeploy() {
        OpenLedger ledger = open();

        ledger.appendEach(
                error("e1", "10:00").in("v1", "production"),
                error("e2", "10:01").in("v1", "production"),
                configChange("c1", "10:02").in("v1", "production"));

        assertThat(detectedAt(ledger)).containsExactly(at("10:00") - 1);
        assertThat(ledger.eventIds(EventSample.SERVICE)).hasSize(4);
    }

    @Test
    default void release_inEachEnvironment_isADeployOfItsOwn() {
        OpenLedger ledger = open();

        ledger.appendEach(
                error("e1", "10:00").in("v1", "staging"),
                error("e2", "10:05").in("v1", "production"),
                error("e3", "10:10").in("v1", ""));

        assertThat(detectedAt(ledger)).containsExactly(at("10:00") - 1, at("10:05") - 1, at("10:10") - 1);
    }

    @Test
    default void release_next_resolvesWhatItDoesNotShowAndMakesARegressionOfTheRest() {
        OpenLedger ledger = open();
        EventSample fixed = error("e1", "10:00").saying("Fixed").in("v1", "");
        EventSample left = error("e2", "10:01").saying("Left").in("v1", "");

        ledger.appendEach(fixed, left, error("e3", "10:30").saying("Left").in("v2", ""));

        assertThat(ledger.issue(fixed, "11:00").status()).isEqualTo(IssueStatus.RESOLVED);
        Issue regressed = ledger.issue(left, "11:00");
        assertThat(regressed.status()).isEqualTo(IssueStatus.OPEN);
        assertThat(regressed.state().regressionCount()).isEqualTo(1);
        assertThat(regressed.suspectedCause().flatMap(TriggerRef::release)).contains("v2");
    }

    @Test
    default void release_olderEventArrivesLate_movesTheDeployBack() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00").in("v1", ""));

        ledger.append(error("e2", "09:00").in("v1", ""));

        assertThat(detectedAt(ledger)).containsExactly(at("09:00") - 1);
    }

    @Test
    default void release_evidenceDeleted_nextEventTakesOver() {
        OpenLedger ledger = open();
        ledger.appendEach(
                error("e1", "10:00").in("v1", ""),
                configChange("c1", "10:07").in("v1", ""),
                error("e2", "10:09").in("v1", ""));

        ledger.delete("e1");
        assertThat(detectedAt(ledger)).containsExactly(at("10:07") - 1);

        ledger.delete("e2");
        ledger.delete("c1");
        assertThat(ledger.eventIds(EventSample.SERVICE)).isEmpty();
        assertThat(ledger.ledger().services()).isEmpty();
    }

    @Test
    default void deploy_announced_isBelievedFromThenOn() {
        OpenLedger ledger = open();
        ledger.appendEach(
                error("e1", "10:00").in("v1", ""),
                error("e2", "10:10").in("v2", ""),
                error("e3", "10:30").in("v3", ""));

        ledger.append(deploy("d1", "10:20"));

        assertThat(detectedAt(ledger)).as("what came before it").containsExactly(at("10:00") - 1, at("10:10") - 1);
    }

    @Test
    default void deploy_announcedJustAfterItWasSeen_isNotDetectedBeside() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00").in("v1", "production"));

        ledger.append(deploy("d1", "10:01").in("v1", ""));

        assertThat(detected(ledger)).isEmpty();
    }

    @Test
    default void deploy_announcementDeleted_isDetectedAgain() {
        OpenLedger ledger = open();
        ledger.appendEach(
                deploy("d1", "09:00").in("v9", ""),
                deploy("d2", "10:05").in("v1", ""),
                error("e1", "10:00").in("v1", ""),
                error("e2", "10:10").in("v2", ""));
        assertThat(detected(ledger)).isEmpty();

        ledger.delete("d1");
        assertThat(detected(ledger))
                .as("v1 is announced by name, v2 comes after")
                .isEmpty();

        ledger.delete("d2");
        assertThat(detectedAt(ledger)).containsExactly(at("10:00") - 1, at("10:10") - 1);
    }

    @Test
    default void detectedDeploy_deleted_stays() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00").in("v1", ""));
        String id = detected(ledger).getFirst().id().value();

        assertThat(ledger.delete(id)).isFalse();

        assertThat(ledger.event(id)).isPresent();
    }

    @Test
    default void detectedDeploy_droppedForRoom_isNotDetectedAnew() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(3));
        ledger.appendEach(
                error("e1", "10:00").in("v1", ""),
                error("e2", "10:10").in("v1", ""),
                error("e3", "10:20").in("v1", ""));
        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e1", "e2", "e3");

        ledger.delete("e1");

        assertThat(detected(ledger)).isEmpty();
    }

    @Test
    default void release_lateEventAtTheHorizon_leavesItsDeployWhereItIs() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(4));
        ledger.appendEach(
                error("e1", "10:00"),
                error("e2", "10:00"),
                error("e3", "10:20").in("v2", ""),
                error("e4", "10:30").in("v2", ""));
        assertThat(ledger.eventIds(EventSample.SERVICE)).as("one was dropped").hasSize(4);
        assertThat(detectedAt(ledger)).containsExactly(at("10:20") - 1);

        ledger.append(error("late", "10:00").atMicros(at("10:00") + 1).in("v2", ""));

        assertThat(detectedAt(ledger)).containsExactly(at("10:20") - 1);
    }

    @Test
    default void detection_switchedOff_findsNothing() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withDetection(DetectionPolicy.OFF));

        ledger.append(error("e1", "10:00").in("v1", ""));
        ledger.delete("e1");

        assertThat(ledger.size().events()).isZero();
    }

    @Test
    default void releases_moreThanAreTold_areNotTakenForDeploys() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withDetection(new DetectionPolicy(true, 2)));

        ledger.appendEach(
                error("e1", "10:00").in("v1", ""),
                error("e2", "10:01").in("v2", ""),
                error("e3", "10:02").in("v3", ""));
        assertThat(detectedAt(ledger)).containsExactly(at("10:00") - 1, at("10:01") - 1);

        ledger.delete("e1");
        ledger.append(error("e4", "10:04").in("v3", ""));
        assertThat(detectedAt(ledger)).as("room again").containsExactly(at("10:01") - 1, at("10:04") - 1);
    }

    @Test
    default void release_namedByTheFirstInstantThereIs_hasItsDeployThere() {
        OpenLedger ledger = open();

        ledger.append(error("e1", "00:00").in("v1", ""));

        assertThat(detectedAt(ledger)).containsExactly(0L);
    }

    private static List<Event> detected(OpenLedger ledger) {
        return ledger.eventIds(EventSample.SERVICE).stream()
                .map(ledger::event)
                .flatMap(Optional::stream)
                .map(StoredEvent::event)
                .filter(event -> event.id().isOfDetectedDeploy())
                .peek(event -> assertThat(event.service()).isEqualTo(new ServiceName(EventSample.SERVICE)))
                .toList();
    }

    private static List<Long> detectedAt(OpenLedger ledger) {
        return detected(ledger).stream().map(Event::timestampMicros).toList();
    }
}
