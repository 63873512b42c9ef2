package io.traceops.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.fold.Entry;
import io.traceops.domain.lifecycle.IssueId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law: the state of a service is a function of the set of its events, of the policy and of the instant asked about.
 * Every case is a random history of several services; a failure names the seed that repeats it.
 */
interface LawContract extends LedgerHarness {
    /** How many histories each law is tried on; more with {@code -Dtraceops.law.cases}. */
    int CASES = Integer.getInteger("traceops.law.cases", 1_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    default void state_anyOrderBatchesRepeatsAndDeletions_isTheSame(int verificationMinutes) {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            LedgerSettings settings = settings(verificationMinutes, random);
            List<EventSample> history =
                    new RandomHistory(random, "h").namingReleases().events(40, 3);
            OpenLedger inOrder = open(settings);
            history.forEach(inOrder::append);
            OpenLedger scrambled = open(settings);
            Arrival.scrambled(random, history).into(scrambled);

            long[] instants = {random.nextInt(RandomHistory.MINUTES) * 60_000_000L, EventSample.at("23:00")};
            assertThat(CanonicalText.of(scrambled, instants))
                    .as("seed %d, verification %d min", seed, verificationMinutes)
                    .isEqualTo(CanonicalText.of(inOrder, instants));
            close(inOrder);
            close(scrambled);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    default void state_anyHistory_isWhatTheRulesSay(int verificationMinutes) {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            LedgerSettings settings = settings(verificationMinutes, random);
            List<EventSample> history =
                    new RandomHistory(random, "h").namingReleases().events(40, 3);
            OpenLedger ledger = open(settings);
            Arrival.scrambled(random, history).into(ledger);

            ReferenceModel rules = new ReferenceModel(settings, entries(history));
            long[] instants = {random.nextInt(RandomHistory.MINUTES) * 60_000_000L, EventSample.at("23:00")};
            for (long nowMicros : instants) {
                for (IssueFacts expected : rules.facts(nowMicros)) {
                    assertThat(ledger.issue(expected.id(), nowMicros).map(IssueFacts::of))
                            .as("seed %d, verification %d min, now %d", seed, verificationMinutes, nowMicros)
                            .contains(expected);
                }
            }
            assertThat(ledger.size().issues()).isEqualTo(rules.issueIds().size());
            assertTold(ledger, rules, seed);
            close(ledger);
        }
    }

    private static void assertTold(OpenLedger ledger, ReferenceModel rules, long seed) {
        assertThat(ledger.transitions().issues()).as("seed %d", seed).hasSameElementsAs(rules.issueIds());
        for (IssueId id : rules.issueIds()) {
            assertThat(ledger.transitions().standing(id))
                    .as("what watchers heard of issue %s, seed %d", id, seed)
                    .containsExactlyInAnyOrderElementsOf(rules.transitions(id));
        }
    }

    static List<Entry> entries(Collection<EventSample> samples) {
        return samples.stream().map(EventSample::entry).toList();
    }

    static LedgerSettings settings(int verificationMinutes, Random random) {
        return LedgerSettings.ROOMY
                .withVerification(Duration.ofMinutes(verificationMinutes))
                .withExactUsersMax(random.nextBoolean() ? 2 : 100);
    }
}
