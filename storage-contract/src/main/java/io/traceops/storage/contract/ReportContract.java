package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.Receipt.AlreadyStored;
import io.traceops.application.port.Receipt.Conflicting;
import io.traceops.application.port.Receipt.Stored;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reports of one failure share an id: the richest of them is stored, in whatever order they come. */
interface ReportContract extends LedgerHarness {
    String ID = "otel:0123456789abcdef0123456789abcdef";

    /** From the log: when the failure was written down. */
    private static EventSample fromTheLog() {
        return error(ID, "10:00:01").with("stack", new JsonString("a.B: x\n\tat a.B.c(B.java:1)"));
    }

    /** From the span: it knows the route. */
    private static EventSample fromTheSpan() {
        return fromTheLog().atMicros(EventSample.at("10:00:02")).on("/cart");
    }

    @Test
    default void reports_ofOneFailure_areOneEventWhateverComesFirst() {
        OpenLedger logFirst = open();
        OpenLedger spanFirst = open();

        assertThat(logFirst.append(fromTheLog())).isInstanceOf(Stored.class);
        assertThat(logFirst.append(fromTheSpan()))
                .as("told before, if less well")
                .isInstanceOf(AlreadyStored.class);
        assertThat(spanFirst.append(fromTheSpan())).isInstanceOf(Stored.class);
        assertThat(spanFirst.append(fromTheLog())).isInstanceOf(AlreadyStored.class);

        for (OpenLedger ledger : List.of(logFirst, spanFirst)) {
            assertThat(ledger.event(ID).orElseThrow().event())
                    .isEqualTo(fromTheSpan().event());
            assertThat(ledger.size().events()).isEqualTo(1);
            assertThat(ledger.size().issues()).isEqualTo(1);
            assertThat(ledger.issue(fromTheSpan(), "11:00").state().count()).isEqualTo(1);
        }
    }

    @Test
    default void reports_inAnyOrderAndBatch_leaveTheSameState() {
        List<EventSample> reports = List.of(
                error("e1", "10:00"),
                deploy("d1", "10:01").in("v2", ""),
                fromTheLog(),
                fromTheSpan(),
                fromTheSpan().atMicros(EventSample.at("10:00:03")),
                fromTheLog().saying("Said otherwise").in("v1", ""),
                error(ID, "09:59").by("ada"),
                error(ID, "09:59").by("bob"));
        OpenLedger inOrder = open();
        reports.forEach(inOrder::append);
        String expected = CanonicalText.of(inOrder, EventSample.at("11:00"));

        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            List<EventSample> shuffled = new ArrayList<>(reports);
            Collections.shuffle(shuffled, random);
            OpenLedger ledger = open();
            int cut = random.nextInt(shuffled.size());
            ledger.appendEach(shuffled.subList(0, cut).toArray(EventSample[]::new));
            shuffled.subList(cut, shuffled.size()).forEach(report -> {
                if (random.nextBoolean()) {
                    ledger.append(report);
                } else {
                    assertThat(ledger.appendAll(report)).isInstanceOf(AppendResult.Appended.class);
                }
            });

            assertThat(CanonicalText.of(ledger, EventSample.at("11:00"))).isEqualTo(expected);
            close(ledger);
        }
    }

    @Test
    default void report_deleted_isGoneWithItsIssue() {
        OpenLedger ledger = open();
        ledger.appendEach(fromTheLog(), fromTheSpan());

        assertThat(ledger.delete(ID)).isTrue();

        assertThat(ledger.size().events()).isZero();
        assertThat(ledger.size().issues()).isZero();
    }

    @Test
    default void report_ofSomethingElse_conflicts() {
        OpenLedger ledger = open();
        ledger.append(fromTheLog());
        Event before = ledger.event(ID).orElseThrow().event();

        assertThat(ledger.append(fromTheSpan().of("cart"))).isEqualTo(new Conflicting());
        assertThat(ledger.append(deploy(ID, "10:00"))).isEqualTo(new Conflicting());

        assertThat(ledger.event(ID).orElseThrow().event()).isEqualTo(before);
    }
}
