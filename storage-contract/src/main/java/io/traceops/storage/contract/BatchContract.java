package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.AppendResult.Appended;
import io.traceops.application.port.AppendResult.NoneAppended;
import io.traceops.application.port.Receipt.AlreadyStored;
import io.traceops.application.port.Receipt.Conflicting;
import io.traceops.application.port.Receipt.Stored;
import io.traceops.application.port.Receipt.TooManyServices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Storing events all or none. */
interface BatchContract extends LedgerHarness {
    @Test
    default void appendAll_severalServices_storesAllInTheOrderGiven() {
        OpenLedger ledger = open();
        ledger.append(error("e2", "10:01"));

        AppendResult result = ledger.appendAll(
                error("e1", "10:00").of("cart"),
                error("e2", "10:01"),
                deploy("d1", "10:02").of("auth"));

        assertThat(result).isInstanceOf(Appended.class);
        assertThat(((Appended) result).receipts())
                .hasExactlyElementsOfTypes(Stored.class, AlreadyStored.class, Stored.class);
        assertThat(ledger.size().events()).isEqualTo(3);
    }

    @Test
    default void appendAll_oneConflict_storesNoneAndNamesIt() {
        OpenLedger ledger = open();
        ledger.append(error("e3", "10:00"));
        String before = CanonicalText.of(ledger);

        AppendResult result = ledger.appendAll(
                error("e1", "10:00").of("cart"), error("e2", "10:01"), error("e3", "10:02"), deploy("d1", "10:03"));

        assertThat(result).isEqualTo(new NoneAppended(Map.of(2, new Conflicting())));
        assertThat(CanonicalText.of(ledger)).isEqualTo(before);
        assertThat(ledger.event("e1")).isEmpty();
    }

    @Test
    default void appendAll_conflictWithAServiceOutsideTheBatch_storesNone() {
        OpenLedger ledger = open();
        ledger.append(error("e2", "10:00").of("auth"));
        String before = CanonicalText.of(ledger);

        AppendResult result = ledger.appendAll(error("e1", "10:00").of("cart"), error("e2", "10:00"));

        assertThat(result).isEqualTo(new NoneAppended(Map.of(1, new Conflicting())));
        assertThat(CanonicalText.of(ledger)).isEqualTo(before);
        assertThat(ledger.append(error("e1", "10:00").of("other")))
                .as("an id of the refused batch is free")
                .isInstanceOf(Stored.class);
    }

    @Test
    default void appendAll_severalRefusals_namesEachOne() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withServicesMax(1));
        ledger.append(error("e1", "10:00"));

        AppendResult result =
                ledger.appendAll(error("e1", "11:00"), error("e2", "10:00").of("cart"), error("e3", "10:00"));

        assertThat(result).isEqualTo(new NoneAppended(Map.of(0, new Conflicting(), 1, new TooManyServices(1))));
    }

    @Test
    default void appendAll_allKnown_changesNothing() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), deploy("d1", "10:01"));
        String before = CanonicalText.of(ledger);

        AppendResult result = ledger.appendAll(deploy("d1", "10:01"), error("e1", "10:00"));

        assertThat(((Appended) result).receipts()).hasOnlyElementsOfType(AlreadyStored.class);
        assertThat(CanonicalText.of(ledger)).isEqualTo(before);
    }

    @Test
    default void appendAll_emptyList_isAppended() {
        assertThat(open().appendAll()).isEqualTo(new Appended(List.of()));
    }

    @Test
    default void appendAll_idTwice_isABugOfTheCaller() {
        OpenLedger ledger = open();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.appendAll(error("e1", "10:00"), error("e1", "10:00")))
                .withMessageContaining("e1");
        assertThat(ledger.size().events()).isZero();
    }
}
