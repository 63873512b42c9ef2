package io.traceops.domain.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventId;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.Episode;
import io.traceops.domain.lifecycle.IssueLine;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Lifecycle;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.release.DetectionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law: the state of a service is a function of the set of its events, of the policy and of the instant asked about.
 * Every case is a random history, told in random order; a failure names the seed that repeats it.
 */
class FoldLawTest {
    private static final int CASES = 3_000;
    private static final int SECONDS = 24;
    private static final int EVENTS = 30;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void state_anyOrderOfArrival_isWhatTheRulesSayOfTheSet(int verificationSeconds) {
        FoldPolicy policy = policy(verificationSeconds);
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Entry> history = History.random(random, EVENTS, SECONDS);
            ServiceInMemory service = new ServiceInMemory(policy);
            for (Entry entry : shuffledWithRepeats(history, random)) {
                service.add(entry);
            }
            assertMatchesRules(service, policy, history, random, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void state_eventsDeleted_isAsIfTheyHadNeverArrived(int verificationSeconds) {
        FoldPolicy policy = policy(verificationSeconds);
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Entry> history = History.random(random, EVENTS, SECONDS);
            ServiceInMemory service = new ServiceInMemory(policy);
            List<Entry> kept = new ArrayList<>();
            List<EventId> deleted = new ArrayList<>();
            for (Entry entry : history) {
                service.add(entry);
                if (random.nextInt(3) == 0) {
                    deleted.add(entry.event().id());
                } else {
                    kept.add(entry);
                }
                if (!deleted.isEmpty() && random.nextBoolean()) {
                    service.remove(deleted.removeLast());
                }
            }
            deleted.forEach(service::remove);
            assertMatchesRules(service, policy, kept, random, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void state_oldestEventsDroppedInBetween_keepsWhatTheyGave(int verificationSeconds) {
        FoldPolicy policy = policy(verificationSeconds);
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Entry> history = History.random(random, EVENTS, SECONDS);
            ServiceInMemory service = new ServiceInMemory(policy);
            List<Entry> accepted = new ArrayList<>();
            for (Entry entry : history) {
                if (service.add(entry) instanceof Verdict.Fresh) {
                    accepted.add(entry);
                }
                if (random.nextInt(4) == 0 && !service.events().isEmpty()) {
                    service.settleOldest();
                }
            }
            assertMatchesRules(service, policy, accepted, random, seed);
        }
    }

    private static void assertMatchesRules(
            ServiceInMemory service, FoldPolicy policy, List<Entry> history, Random random, long seed) {
        ReferenceLifecycle rules = new ReferenceLifecycle(policy, history);
        for (long nowMicros : new long[] {random.nextInt(SECONDS) * 1_000_000L, 1_000_000_000L}) {
            assertThat(describe(service, policy, nowMicros))
                    .as("seed %d, now %d, history %s", seed, nowMicros, history)
                    .isEqualTo(rules.describe(nowMicros));
        }
        for (IssueState state : service.issues()) {
            List<Transition> history_ =
                    new Lifecycle(state, line(service, policy, state)).history(Long.MAX_VALUE, 1_000);
            assertThat(service.told(state.id()))
                    .as("what watchers heard, seed %d, history %s", seed, history)
                    .containsExactlyInAnyOrderElementsOf(history_);
        }
    }

    private static List<String> describe(ServiceInMemory service, FoldPolicy policy, long nowMicros) {
        return service.issues().stream()
                .map(state -> describe(state, new Lifecycle(state, line(service, policy, state)), policy, nowMicros))
                .toList();
    }

    private static String describe(IssueState state, Lifecycle lifecycle, FoldPolicy policy, long nowMicros) {
        Episode episode = lifecycle.episode(policy.correlation()).orElseThrow();
        List<String> history = lifecycle.history(nowMicros, 1_000).reversed().stream()
                .map(transition ->
                        transition.kind() + " by " + transition.cause().id())
                .toList();
        return String.join(
                " | ",
                state.id().hex(),
                "count " + state.count(),
                "title " + state.title(),
                "first " + state.first().id(),
                "last " + state.last().id(),
                "regressions " + state.regressionCount(),
                lifecycle.resolution(nowMicros).isPresent() ? "resolved" : "open",
                "since " + episode.start().id(),
                "cause "
                        + episode.suspectedCause()
                                .map(TriggerRef::moment)
                                .map(moment -> moment.id().value())
                                .orElse("none"),
                "history " + history);
    }

    private static IssueLine line(ServiceInMemory service, FoldPolicy policy, IssueState state) {
        return new IssueLine(state.settled(), service.occurrences(state.id()), service.triggers(), policy.lifecycle());
    }

    private static List<Entry> shuffledWithRepeats(List<Entry> history, Random random) {
        List<Entry> told = new ArrayList<>(history);
        for (int i = random.nextInt(4); i > 0; i--) {
            told.add(history.get(random.nextInt(history.size())));
        }
        Collections.shuffle(told, random);
        return told;
    }

    private static FoldPolicy policy(int verificationSeconds) {
        return new FoldPolicy(
                new LifecyclePolicy(Duration.ofSeconds(verificationSeconds)),
                new CorrelationPolicy(Duration.ofSeconds(4)),
                SeverityPolicy.DEFAULT,
                DetectionPolicy.DEFAULT);
    }
}
