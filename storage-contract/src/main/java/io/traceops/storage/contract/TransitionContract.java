package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a ledger tells its listener, and when it takes it back. */
interface TransitionContract extends LedgerHarness {
    @Test
    default void transitions_eventsInTime_areToldInOrder() {
        OpenLedger ledger = open();

        ledger.appendEach(error("e1", "10:00"), error("e2", "10:01"), deploy("d1", "10:02"), deploy("d2", "10:03"));
        ledger.append(error("e3", "10:04"));

        assertThat(ledger.transitions().log()).containsExactly("OPENED by e1", "RESOLVED by d1", "REGRESSED by e3");
    }

    @Test
    default void transitions_lateError_takesTheOpeningBack() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e2", "10:01"), deploy("d1", "10:02"));

        ledger.append(error("e1", "10:00"));

        assertThat(ledger.transitions().log())
                .containsExactly("OPENED by e2", "RESOLVED by d1", "not OPENED by e2", "OPENED by e1");
    }

    @Test
    default void transitions_lateTrigger_resolvesThePast() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:02"));

        ledger.append(deploy("d1", "10:01"));

        assertThat(ledger.transitions().log()).containsExactly("OPENED by e1", "RESOLVED by d1", "REGRESSED by e2");
    }

    @Test
    default void transitions_lateErrorBeforeTheResolution_isNoRegression() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), deploy("d1", "10:05"));

        ledger.append(error("e2", "10:04"));

        assertThat(ledger.transitions().log()).containsExactly("OPENED by e1", "RESOLVED by d1");
    }

    @Test
    default void transitions_deletedEvents_areTakenBack() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), deploy("d1", "10:01"), error("e2", "10:02"));

        ledger.delete("d1");
        ledger.delete("e2");
        ledger.delete("e1");

        assertThat(ledger.transitions().log())
                .containsExactly(
                        "OPENED by e1",
                        "RESOLVED by d1",
                        "REGRESSED by e2",
                        "not RESOLVED by d1",
                        "not REGRESSED by e2",
                        "not OPENED by e1");
    }

    @Test
    default void transitions_refusedOrRepeatedEvents_tellNothing() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00"));

        ledger.append(error("e1", "10:00"));
        ledger.append(error("e1", "10:05"));
        ledger.appendAll(deploy("d1", "10:01"), error("e1", "10:05"));

        assertThat(ledger.transitions().log()).containsExactly("OPENED by e1");
    }

    @Test
    default void transitions_batch_areToldOnceItIsStored() {
        OpenLedger ledger = open();

        ledger.appendAll(error("e1", "10:00"), deploy("d1", "10:01"), error("e2", "10:02"));

        assertThat(ledger.transitions().log()).containsExactly("OPENED by e1", "RESOLVED by d1", "REGRESSED by e2");
    }
}
