package io.traceops.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.correlation.TriggersInMemory;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.History;
import io.traceops.domain.fold.ServiceInMemory;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * How far back the lifecycle looks. The issue opens at 10 and regresses at 30, after the deploy at 20. From 40 on there is a
 * deploy every ten seconds, an error just after it, which comes too soon for its verification, and one before the next.
 */
class LifecycleReachTest {
    private static final long SECOND = 1_000_000;
    private static final long END = Long.MAX_VALUE / 2;

    @Test
    void lastRegression_asManyDeploysAgoAsAreLookedAt_isFound() {
        Lifecycle lifecycle = lifecycle(Lifecycle.ROUNDS_MAX - 1, 1);

        assertThat(lifecycle.isOutOfReach()).isFalse();
        assertThat(lifecycle.lastFailedResolver().map(TriggerRef::timestampMicros))
                .contains(20 * SECOND);
        assertThat(lifecycle.episode(CorrelationPolicy.DEFAULT).map(Episode::start))
                .contains(at(30));
        assertThat(lifecycle.history(END, 100))
                .extracting(Transition::kind)
                .containsExactly(TransitionKind.REGRESSED, TransitionKind.RESOLVED, TransitionKind.OPENED);
    }

    @Test
    void lastRegression_oneDeployFurtherBack_isOutOfReachAndNotGuessed() {
        Lifecycle lifecycle = lifecycle(Lifecycle.ROUNDS_MAX, 1);

        assertThat(lifecycle.isOutOfReach()).isTrue();
        assertThat(lifecycle.lastFailedResolver()).isEmpty();
        assertThat(lifecycle.episode(CorrelationPolicy.DEFAULT)).isEmpty();
        assertThat(lifecycle.history(END, 100)).isEmpty();
    }

    @Test
    void issue_thatNeverRegressed_isKnownWholeHoweverManyDeploysThereAre() {
        Lifecycle lifecycle = lifecycle(Lifecycle.ROUNDS_MAX * 2, 0);

        assertThat(lifecycle.isOutOfReach()).isFalse();
        assertThat(lifecycle.episode(CorrelationPolicy.DEFAULT).map(Episode::start))
                .contains(at(10));
        assertThat(lifecycle.history(END, 100)).extracting(Transition::kind).containsExactly(TransitionKind.OPENED);
    }

    /** @param regressions 0 to leave out the deploy at 20, so that the error at 30 is no regression */
    private static Lifecycle lifecycle(int deploys, int regressions) {
        NavigableSet<Moment> errors = new TreeSet<>(List.of(at(10), at(30)));
        NavigableMap<Moment, TriggerRef> triggers = new TreeMap<>();
        if (regressions > 0) {
            triggers.put(at(20), deploy(20));
        }
        for (int i = 0; i < deploys; i++) {
            triggers.put(at(40 + i * 10L), deploy(40 + i * 10L));
            errors.add(at(43 + i * 10L));
            errors.add(at(49 + i * 10L));
        }
        ServiceInMemory service = new ServiceInMemory(FoldPolicy.DEFAULT);
        service.add(History.error("opening", 10, "boom"));
        IssueState state =
                service.issues().getFirst().withSpan(errors.size(), errors.first(), errors.last(), regressions);
        LifecyclePolicy policy = new LifecyclePolicy(Duration.ofSeconds(5));
        return new Lifecycle(
                state,
                new IssueLine(Settled.NONE, new OccurrencesInMemory(errors), new TriggersInMemory(triggers), policy));
    }

    private static Moment at(long second) {
        return new Moment(second * SECOND, new EventId("at-" + second));
    }

    private static TriggerRef deploy(long second) {
        return TriggerRef.of(
                new Deploy(at(second).id(), new ServiceName("checkout"), second * SECOND, "", Metadata.EMPTY));
    }
}
