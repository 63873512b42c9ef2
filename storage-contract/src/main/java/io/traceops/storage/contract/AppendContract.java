package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.at;
import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.Receipt.AlreadyStored;
import io.traceops.application.port.Receipt.Conflicting;
import io.traceops.application.port.Receipt.Stored;
import io.traceops.application.port.Receipt.TooManyServices;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Storing events one by one: what is answered, and that an id stands for one event. */
interface AppendContract extends LedgerHarness {
    @Test
    default void append_newEvent_isStoredAsItCame() {
        OpenLedger ledger = open();
        EventSample sent = error("e1", "10:00")
                .saying("Zeit\u00fcberschreitung \u20ac \ud83d\ude80 \u65e5\u672c\u8a9e")
                .by("ada")
                .on("/cart/{id}")
                .with("amount", new JsonNumber("1.50e1"))
                .with("items", new JsonArray(List.of(JsonNull.NULL, new JsonBoolean(true), new JsonString("\u0000"))))
                .with("nested", new JsonObject(Map.of("\u03c0", new JsonNumber("3.14159"))));

        Receipt receipt = ledger.append(sent);

        StoredEvent expected = new StoredEvent(sent.event(), OpenLedger.RECEIVED_AT, Optional.of(sent.issueId()));
        assertThat(receipt).isEqualTo(new Stored(expected));
        assertThat(ledger.event("e1")).contains(expected);
        assertThat(((JsonNumber) ledger.event("e1")
                                .orElseThrow()
                                .event()
                                .metadata()
                                .member("amount")
                                .orElseThrow())
                        .literal())
                .as("the spelling of the client")
                .isEqualTo("1.50e1");
    }

    @Test
    default void append_trigger_hasNoIssue() {
        OpenLedger ledger = open();

        ledger.append(deploy("d1", "10:00"));

        assertThat(ledger.event("d1").orElseThrow().issueId()).isEmpty();
        assertThat(ledger.size().issues()).isZero();
    }

    @Test
    default void append_sameEventAgain_answersTheStoredOneAndCountsOnce() {
        OpenLedger ledger = open();
        EventSample sent = error("e1", "10:00").by("ada");
        ledger.append(sent);

        List<Receipt> again = ledger.ledger().appendEach(OpenLedger.entries(sent), at("13:00"));

        StoredEvent stored = new StoredEvent(sent.event(), OpenLedger.RECEIVED_AT, Optional.of(sent.issueId()));
        assertThat(again).containsExactly(new AlreadyStored(stored));
        assertThat(ledger.size().events()).isEqualTo(1);
        assertThat(ledger.issue(sent, "11:00").state().count()).isEqualTo(1);
    }

    @Test
    default void append_sameEventTwiceInOneList_countsOnce() {
        OpenLedger ledger = open();
        EventSample sent = error("e1", "10:00");

        List<Receipt> receipts = ledger.appendEach(sent, sent);

        assertThat(receipts).hasExactlyElementsOfTypes(Stored.class, AlreadyStored.class);
        assertThat(ledger.size().events()).isEqualTo(1);
    }

    @Test
    default void append_sameIdWithOtherContent_conflictsAndChangesNothing() {
        OpenLedger ledger = open();
        EventSample first = error("e1", "10:00");
        ledger.append(first);
        LedgerSize before = ledger.size();

        assertThat(ledger.append(first.saying("Something else"))).isEqualTo(new Conflicting());
        assertThat(ledger.append(error("e1", "10:01"))).isEqualTo(new Conflicting());
        assertThat(ledger.append(first.by("ada"))).isEqualTo(new Conflicting());
        assertThat(ledger.append(deploy("e1", "10:00"))).isEqualTo(new Conflicting());

        assertThat(ledger.size()).isEqualTo(before);
        assertThat(ledger.event("e1").orElseThrow().event()).isEqualTo(first.event());
    }

    @Test
    default void append_sameIdInAnotherService_conflictsAndMakesNoService() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00"));

        assertThat(ledger.append(error("e1", "10:00").of("cart"))).isEqualTo(new Conflicting());

        assertThat(ledger.ledger().services()).containsExactly(new ServiceName(EventSample.SERVICE));
        assertThat(ledger.size().services()).isEqualTo(1);
    }

    @Test
    default void append_againWithoutTime_isADuplicateWhateverTimeTheServerGives() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00").timedByServer());

        assertThat(ledger.append(error("e1", "10:07").timedByServer())).isInstanceOf(AlreadyStored.class);
        assertThat(ledger.append(error("e1", "10:07"))).isEqualTo(new Conflicting());
    }

    @Test
    default void append_listOfSeveralServices_answersInTheOrderGiven() {
        OpenLedger ledger = open();
        ledger.append(error("e3", "10:00"));

        List<Receipt> receipts = ledger.appendEach(
                error("e1", "10:01").of("cart"),
                error("e2", "10:02"),
                error("e3", "10:03").of("cart"),
                deploy("d1", "10:04").of("cart"),
                error("e3", "10:00"));

        assertThat(receipts)
                .hasExactlyElementsOfTypes(
                        Stored.class, Stored.class, Conflicting.class, Stored.class, AlreadyStored.class);
        assertThat(ledger.eventIds("cart")).containsExactly("e1", "d1");
        assertThat(ledger.eventIds(EventSample.SERVICE)).containsExactly("e3", "e2");
    }

    @Test
    default void append_longListOfOneService_storesAll() {
        OpenLedger ledger = open();
        EventSample[] samples = new EventSample[2_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = error("e" + i, "10:00");
        }

        assertThat(ledger.appendEach(samples)).hasOnlyElementsOfType(Stored.class);

        assertThat(ledger.size().events()).isEqualTo(2_000);
        assertThat(ledger.issue(samples[0], "11:00").state().count()).isEqualTo(2_000);
    }

    @Test
    default void append_emptyList_answersNothing() {
        assertThat(open().appendEach()).isEmpty();
    }

    @Test
    default void append_oneServiceTooMany_isRefusedUntilAnotherIsGone() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withServicesMax(2));
        ledger.appendEach(error("e1", "10:00").of("a"), error("e2", "10:00").of("b"));

        EventSample third = error("e3", "10:00").of("c");
        assertThat(ledger.append(third)).isEqualTo(new TooManyServices(2));
        assertThat(ledger.append(error("e4", "10:00").of("a"))).isInstanceOf(Stored.class);

        ledger.delete("e2");
        assertThat(ledger.append(third)).isInstanceOf(Stored.class);
        assertThat(ledger.ledger().services()).containsExactly(new ServiceName("a"), new ServiceName("c"));
    }

    @Test
    default void event_unknownId_isAbsent() {
        OpenLedger ledger = open();
        ledger.append(error("e1", "10:00"));

        assertThat(ledger.event("e2")).isEmpty();
    }

    @Test
    default void read_unknownService_isAbsent() {
        OpenLedger ledger = open();

        assertThat(ledger.ledger().read(new ServiceName("nobody"), _ -> "asked"))
                .isEmpty();
        assertThat(ledger.ledger().services()).isEmpty();
    }

    @Test
    default void services_several_areInTheOrderOfTheirNames() {
        OpenLedger ledger = open();

        ledger.appendEach(
                error("e1", "10:00").of("c"),
                deploy("d1", "10:00").of("a"),
                error("e2", "10:00").of("b"));

        assertThat(ledger.ledger().services()).extracting(ServiceName::value).containsExactly("a", "b", "c");
    }
}
