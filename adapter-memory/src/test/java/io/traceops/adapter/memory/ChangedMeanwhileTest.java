package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.query.Answer;
import io.traceops.application.query.TriageIssues;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.TriagePolicy;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is answered if an event comes after the issues were ranked and before they are assessed. */
class ChangedMeanwhileTest {
    private static final ServiceName SERVICE = new ServiceName("cart");
    private static final long MINUTE_MICROS = 60_000_000;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH.plusSeconds(3_600));

    private final MemoryLedger ledger =
            new MemoryLedger(MemoryLimits.DEFAULT, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {});

    @Test
    void needsAttention_resolvedAfterTheRanking_isNotListed() {
        append(error("e1", 10));

        Answer<List<Issue>> answer =
                triageWith(() -> append(deploy("d1", 20))).needsAttention(Optional.empty(), OptionalInt.empty());

        assertThat(answer).isEqualTo(new Answer.Found<>(List.of()));
    }

    @Test
    void needsAttention_goneAfterTheRanking_isNotListed() {
        append(error("e1", 10));

        Answer<List<Issue>> answer = triageWith(() -> ledger.delete(new EventId("e1")))
                .needsAttention(Optional.empty(), OptionalInt.empty());

        assertThat(answer).isEqualTo(new Answer.Found<>(List.of()));
    }

    /** The use case over a ledger to which something happens each time after it was read. */
    private TriageIssues triageWith(Runnable meanwhile) {
        ServiceLedger changing = (ServiceLedger) Proxy.newProxyInstance(
                ServiceLedger.class.getClassLoader(), new Class<?>[] {ServiceLedger.class}, (_, method, arguments) -> {
                    Object answer = method.invoke(ledger, arguments);
                    if (method.getName().equals("read")) {
                        meanwhile.run();
                    }
                    return answer;
                });
        return new TriageIssues(changing, TriagePolicy.DEFAULT, CLOCK);
    }

    private void append(Entry entry) {
        ledger.appendEach(List.of(entry), 0);
    }

    private static Entry error(String id, long minute) {
        ErrorEvent error =
                new ErrorEvent(new EventId(id), SERVICE, minute * MINUTE_MICROS, "Pool exhausted", Metadata.EMPTY);
        return ErrorEntry.of(error, true, new Fingerprinter(GroupingPolicy.DEFAULT).group(error));
    }

    private static Entry deploy(String id, long minute) {
        return new TriggerEntry(new Deploy(new EventId(id), SERVICE, minute * MINUTE_MICROS, "", Metadata.EMPTY), true);
    }
}
