package io.traceops.domain.fold;

import static io.traceops.domain.fold.History.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Verdict.Conflict;
import io.traceops.domain.fold.Verdict.Duplicate;
import io.traceops.domain.fold.Verdict.Richer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which of two reports of one failure stands for it. */
class ReportsTest {
    private static final String ID = "otel:0123456789abcdef0123456789abcdef";

    @Test
    void judge_twoReports_theRicherOneStays() {
        List<ErrorEvent> richestFirst = List.of(
                report(ID, 9, "b", Map.of("route", "/cart", "stack", "at a.B.c(B.java:1)")),
                report(ID, 1, "a", Map.of("route", "/cart")),
                report(ID, 2, "a", Map.of("route", "/cart")),
                report(ID, 3, "a", Map.of("stack", "at a.B.c(B.java:1)")),
                report(ID, 0, "a", Map.of()),
                report(ID, 1, "a", Map.of()),
                report(ID, 1, "b", Map.of()),
                report(ID, 1, "b", Map.of("x", "1")),
                report(ID, 1, "b", Map.of("x", "2")));
        for (int rich = 0; rich < richestFirst.size(); rich++) {
            for (int poor = rich + 1; poor < richestFirst.size(); poor++) {
                Event richer = richestFirst.get(rich);
                Event poorer = richestFirst.get(poor);
                assertThat(judge(poorer, richer))
                        .as("%s after %s", richer, poorer)
                        .isEqualTo(new Richer(poorer));
                assertThat(judge(richer, poorer))
                        .as("%s after %s", poorer, richer)
                        .isEqualTo(new Duplicate(richer));
            }
        }
    }

    @Test
    void judge_reportSentAgain_isADuplicate() {
        Event report = report(ID, 1, "a", Map.of("route", "/cart"));

        assertThat(judge(report, report)).isEqualTo(new Duplicate(report));
    }

    @Test
    void judge_idThatIsNotOfAReport_conflicts() {
        for (String id : List.of("mine:1", "otel:1", ID + "0")) {
            Event stored = report(id, 1, "a", Map.of());

            assertThat(judge(stored, report(id, 1, "a", Map.of("route", "/cart"))))
                    .isEqualTo(new Conflict(stored));
        }
    }

    @Test
    void judge_otherServiceOrOtherKind_conflicts() {
        Event stored = report(ID, 1, "a", Map.of());
        Event elsewhere = new ErrorEvent(new EventId(ID), new ServiceName("cart"), 1, "a", route());
        Event deploy = new Deploy(new EventId(ID), History.SERVICE, 1, "a", route());

        assertThat(judge(stored, elsewhere)).isEqualTo(new Conflict(stored));
        assertThat(judge(stored, deploy)).isEqualTo(new Conflict(stored));
        assertThat(judge(deploy, report(ID, 2, "a", Map.of("route", "/x")))).isEqualTo(new Conflict(deploy));
        assertThat(Reports.isRicher(deploy, stored)).isFalse();
        assertThat(Reports.isRicher(stored, deploy)).isFalse();
    }

    @Test
    void judge_richerReportFromBeforeTheHorizon_cannotTakeThePlace() {
        Event stored = report(ID, 5, "a", Map.of());

        assertThat(judge(stored, report(ID, 3, "a", Map.of("route", "/cart")), 4))
                .isEqualTo(new Duplicate(stored));
    }

    private static Verdict judge(Event stored, Event sent) {
        return judge(stored, sent, 0);
    }

    private static Verdict judge(Event stored, Event sent, long horizonMicros) {
        ServiceInMemory view = new ServiceInMemory(FoldPolicy.DEFAULT) {
            @Override
            public Optional<Event> event(EventId id) {
                return Optional.of(stored).filter(event -> event.id().equals(id));
            }

            @Override
            public long horizonMicros() {
                return horizonMicros;
            }
        };
        return new ServiceFold(FoldPolicy.DEFAULT).judge(view, entry(sent));
    }

    private static Metadata route() {
        return new Metadata(new JsonObject(Map.of("route", new JsonString("/cart"))));
    }

    private static ErrorEvent report(String id, long micros, String message, Map<String, String> texts) {
        Map<String, JsonValue> members = new TreeMap<>();
        texts.forEach((name, text) -> members.put(name, new JsonString(text)));
        return new ErrorEvent(new EventId(id), History.SERVICE, micros, message, new Metadata(new JsonObject(members)));
    }
}
