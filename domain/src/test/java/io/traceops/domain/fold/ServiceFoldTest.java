package io.traceops.domain.fold;

import static io.traceops.domain.fold.History.deploy;
import static io.traceops.domain.fold.History.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Change.EventAppended;
import io.traceops.domain.fold.Change.EventRemoved;
import io.traceops.domain.fold.Change.EventSettled;
import io.traceops.domain.fold.Change.IssueOpened;
import io.traceops.domain.fold.Change.IssueRemoved;
import io.traceops.domain.fold.Change.IssueUpdated;
import io.traceops.domain.fold.Change.ResolverSettled;
import io.traceops.domain.fold.Change.TransitionAdded;
import io.traceops.domain.fold.Change.TransitionRetracted;
import io.traceops.domain.fold.Stored.StoredError;
import io.traceops.domain.fold.Stored.StoredTrigger;
import io.traceops.domain.fold.Verdict.BeforeHorizon;
import io.traceops.domain.fold.Verdict.Conflict;
import io.traceops.domain.fold.Verdict.Duplicate;
import io.traceops.domain.fold.Verdict.Fresh;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Settled;
import io.traceops.domain.lifecycle.TransitionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceFoldTest {
    private static final ServiceFold FOLD = new ServiceFold(FoldPolicy.DEFAULT);
    private final ServiceInMemory service = new ServiceInMemory(FoldPolicy.DEFAULT);

    @Test
    void judge_sameEventAgain_isADuplicateAndCountsOnce() {
        service.add(error("e1", 10, "boom"));

        assertThat(service.add(error("e1", 10, "boom"))).isInstanceOf(Duplicate.class);
        assertThat(service.issues().getFirst().count()).isEqualTo(1);
    }

    @Test
    void judge_sameIdWithOtherContent_isAConflict() {
        service.add(error("e1", 10, "boom"));

        assertThat(service.add(error("e1", 11, "boom"))).isInstanceOf(Conflict.class);
        assertThat(service.add(error("e1", 10, "bang"))).isInstanceOf(Conflict.class);
        assertThat(service.add(deploy("e1", 10))).isInstanceOf(Conflict.class);
        assertThat(service.add(withMetadata("e1", "api", 1))).isInstanceOf(Conflict.class);
    }

    @Test
    void judge_otherServiceOrMetadata_isAConflict() {
        service.add(withMetadata("e1", "checkout", 1));

        assertThat(service.add(withMetadata("e1", "checkout", 1))).isInstanceOf(Duplicate.class);
        assertThat(service.add(withMetadata("e1", "checkout", 2))).isInstanceOf(Conflict.class);
        assertThat(service.add(withMetadata("e1", "api", 1))).isInstanceOf(Conflict.class);
    }

    @Test
    void judge_resentWithoutTime_isADuplicateWhateverTimeTheServerWouldGive() {
        service.add(error("e1", 10, "boom"));
        Entry.ErrorEntry resent = (Entry.ErrorEntry) error("e1", 99, "boom");

        assertThat(service.add(new Entry.ErrorEntry(resent.event(), false, resent.grouping(), resent.issueId())))
                .isInstanceOf(Duplicate.class);
    }

    @Test
    void judge_eventFromBeforeTheHorizon_isRefusedWithTheHorizon() {
        service.add(error("e1", 10, "boom"));
        service.add(error("e2", 20, "boom"));
        service.settleOldest();

        assertThat(service.add(error("e3", 10, "boom"))).isEqualTo(new BeforeHorizon(10_000_001));
        assertThat(service.add(error("e4", 11, "boom"))).isInstanceOf(Fresh.class);
        assertThat(service.issues().getFirst().count()).isEqualTo(3);
    }

    @Test
    void add_firstError_opensAnIssue() {
        Entry entry = error("e1", 10, "Payment failed\nat the desk");

        List<Change> changes = FOLD.add(service, entry).changes();

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).isInstanceOfSatisfying(IssueOpened.class, opened -> {
            IssueState state = opened.state();
            assertThat(state.title()).isEqualTo("Payment failed");
            assertThat(state.titleSeverity()).isEqualTo(Severity.MEDIUM);
            assertThat(state.count()).isEqualTo(1);
            assertThat(state.first())
                    .isEqualTo(state.last())
                    .isEqualTo(entry.event().moment());
        });
        assertThat(changes.get(1)).isEqualTo(new EventAppended(entry));
        assertThat(changes.get(2))
                .isInstanceOfSatisfying(
                        TransitionAdded.class,
                        added -> assertThat(added.transition().kind()).isEqualTo(TransitionKind.OPENED));
    }

    @Test
    void add_earlierError_givesTheIssueItsTitle() {
        service.add(error("e2", 20, "failure 12345"));
        service.add(error("e1", 10, "failure 67890"));
        service.add(error("e3", 30, "failure 55555"));

        assertThat(service.issues()).hasSize(1);
        assertThat(service.issues().getFirst().title()).isEqualTo("failure 67890");
    }

    @Test
    void add_errorInOrder_touchesItsIssueAlone() {
        service.add(error("e1", 10, "boom"));

        assertThat(FOLD.add(service, error("e2", 20, "boom")).changes())
                .hasSize(2)
                .anyMatch(change -> change instanceof IssueUpdated)
                .anyMatch(change -> change instanceof EventAppended);
    }

    @Test
    void add_triggerInOrder_touchesOnlyIssuesThatAreOpen() {
        service.add(error("e1", 10, "boom"));
        service.add(deploy("d1", 20));
        service.add(error("e2", 30, "bang"));

        List<Change> changes = FOLD.add(service, deploy("d2", 40)).changes();

        assertThat(changes).hasSize(2);
        assertThat(changes.get(1)).isInstanceOfSatisfying(TransitionAdded.class, added -> {
            assertThat(added.state().title()).isEqualTo("bang");
            assertThat(added.transition().kind()).isEqualTo(TransitionKind.RESOLVED);
        });
    }

    @Test
    void add_lateTriggerBeforeTheResolvingOne_retractsTheOldResolution() {
        service.add(error("e1", 10, "boom"));
        service.add(deploy("d2", 30));

        assertThat(FOLD.add(service, deploy("d1", 20)).changes())
                .extracting(change -> switch (change) {
                    case TransitionAdded added ->
                        "added " + added.transition().cause().id();
                    case TransitionRetracted retracted ->
                        "retracted " + retracted.transition().cause().id();
                    default -> "stored";
                })
                .containsExactly("stored", "retracted d2", "added d1");
    }

    @Test
    void remove_onlyOccurrence_removesTheIssue() {
        service.add(error("e1", 10, "boom"));
        service.add(deploy("d1", 20));
        IssueId issue = service.issues().getFirst().id();
        StoredError stored = new StoredError(service.issues().getFirst().first(), issue);

        assertThat(FOLD.remove(service, stored).changes())
                .contains(new EventRemoved(stored), new IssueRemoved(issue))
                .filteredOn(change -> change instanceof TransitionRetracted)
                .hasSize(2);
        service.remove(new EventId("e1"));
        assertThat(service.issues()).isEmpty();
        assertThat(service.told(issue)).isEmpty();
    }

    @Test
    void remove_firstOccurrence_theNextOneOpensTheIssue() {
        service.add(error("e1", 10, "failure 12345"));
        service.add(error("e2", 20, "failure 67890"));

        service.remove(new EventId("e1"));

        IssueState state = service.issues().getFirst();
        assertThat(state.title()).isEqualTo("failure 67890");
        assertThat(state.first()).isEqualTo(state.last()).isEqualTo(new Moment(20_000_000, new EventId("e2")));
    }

    @Test
    void remove_errorWithoutItsIssue_isABug() {
        StoredError stranger = new StoredError(new Moment(1, new EventId("e9")), new IssueId(1, 2));

        assertThatIllegalStateException()
                .isThrownBy(() -> FOLD.remove(service, stranger))
                .withMessageContaining("e9");
    }

    @Test
    void settle_everyEvent_keepsTheIssueAndItsNewestHistory() {
        for (int i = 0; i < 100; i++) {
            service.add(error("e" + i, 10L * i, "boom"));
            service.add(deploy("d" + i, 10L * i + 5));
        }
        while (!service.events().isEmpty()) {
            service.settleOldest();
        }

        IssueState state = service.issues().getFirst();
        assertThat(state.count()).isEqualTo(100);
        assertThat(state.regressionCount()).isEqualTo(99);
        assertThat(state.settled().count()).isEqualTo(100);
        assertThat(state.settled().transitions()).hasSize(Settled.TRANSITIONS_MAX);
        assertThat(state.settled().transitions().getFirst().cause().id().value())
                .isEqualTo("e99");
        assertThat(state.settled().resolver()).isPresent();
    }

    @Test
    void settle_triggerThatManyIssuesAwait_namesNoneOfThem() {
        for (int i = 0; i < 20; i++) {
            service.add(error("e" + i, i, "failure " + i));
        }
        service.add(deploy("d1", 20));
        for (int i = 0; i < 20; i++) {
            service.settleOldest();
        }
        StoredTrigger oldest =
                new StoredTrigger(TriggerRef.of((Trigger) service.events().getFirst()));

        assertThat(FOLD.settleOldest(service, oldest).changes())
                .containsExactly(new EventSettled(oldest, 20_000_001), new ResolverSettled(oldest.trigger()));
        service.settleOldest();
        assertThat(service.issues())
                .hasSize(20)
                .allSatisfy(state -> assertThat(state.settled().resolver()).contains(oldest.trigger()));
    }

    private static Entry withMetadata(String id, String service, long value) {
        Metadata metadata = new Metadata(new JsonObject(Map.of("n", JsonNumber.of(value))));
        return History.entry(new ErrorEvent(new EventId(id), new ServiceName(service), 10_000_000, "boom", metadata));
    }
}
