package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.ServiceFold;
import io.traceops.domain.fold.ServiceView;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which issues of many a trigger looks at. Times are in seconds. */
class SeenIssuesTest {
    private static final int ISSUES = 500;

    private static final Logger LOG = Logger.getLogger(MemoryLedger.class.getPackageName());

    /** Hundreds of small ledgers reach their bounds here, and each would say so. */
    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(Level.WARNING);
    }

    private final MemoryLedger ledger = Samples.ledger(MemoryLimits.DEFAULT);

    @Test
    void trigger_fromBeforeAllIssues_looksAtNone() {
        everyIssueIsSeenAt(1_000);
        everyIssueIsSeenAt(2_000);

        assertThat(issuesLookedAt(Samples.deploy("old", seconds(10)))).isZero();
    }

    @Test
    void trigger_amongIssuesThatLiveLong_looksAtThoseSeenSinceTheOneBefore() {
        everyIssueIsSeenAt(1_000);
        append(Samples.deploy("d1", seconds(2_000)));
        append(error(7, 2_050));
        append(error(8, 2_150));
        everyIssueIsSeenAt(3_000);

        assertThat(issuesLookedAt(Samples.deploy("late", seconds(2_100)))).isEqualTo(1);
        assertThat(issuesLookedAt(Samples.deploy("later", seconds(2_200)))).isEqualTo(2);
        assertThat(issuesLookedAt(Samples.deploy("at-once", seconds(2_001)))).isZero();
    }

    @Test
    void trigger_afterManyErrorsOfFewIssues_looksAtEachOnce() {
        for (int second = 0; second < 100; second++) {
            append(error(second % 2, second));
        }
        everyIssueIsSeenAt(1_000);

        assertThat(issuesLookedAt(Samples.deploy("late", seconds(100)))).isEqualTo(2);
    }

    @Test
    void trigger_inTime_looksAtTheOpenIssues() {
        everyIssueIsSeenAt(1_000);
        append(Samples.deploy("d1", seconds(2_000)));
        append(error(7, 3_000));

        assertThat(issuesLookedAt(Samples.deploy("d2", seconds(4_000)))).isEqualTo(1);
    }

    @Test
    void between_anyStretch_hasEveryIssueThatOccurredAndNoneThatCannotHave() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            MemoryLedger dropping = Samples.ledger(new MemoryLimits(1 + random.nextInt(40), 1_000, 10, 100));
            for (int i = 0; i < 60; i++) {
                dropping.appendEach(List.of(random(random, i)), 0);
            }
            Moment from = Moment.startOf(random.nextLong(60));
            Moment to = Moment.startOf(random.nextLong(60));
            assertThat(seenBetween(dropping, from, to))
                    .as("seed %d, from %s to %s", seed, from, to)
                    .containsAll(occurredBetween(dropping, from, to))
                    .allSatisfy(issue -> assertThat(issue.state().first()).isLessThan(to))
                    .allSatisfy(issue -> assertThat(issue.state().last()).isGreaterThanOrEqualTo(from))
                    .doesNotHaveDuplicates();
        }
    }

    private static Entry random(Random random, int number) {
        int second = random.nextInt(30) + number / 2;
        return random.nextInt(8) == 0
                ? Samples.deploy("e" + number, second)
                : Samples.error("e" + number, second, message(random.nextInt(6)), Metadata.EMPTY);
    }

    private static List<IssueEntry> seenBetween(MemoryLedger ledger, Moment from, Moment to) {
        return List.copyOf(new SeenIssues(shard(ledger).content()).between(from, to));
    }

    /** Those with a stored occurrence in the stretch, or with their last dropped one while they await a trigger. */
    private static List<IssueEntry> occurredBetween(MemoryLedger ledger, Moment from, Moment to) {
        return shard(ledger).content().issues().all().stream()
                .filter(issue -> {
                    List<Moment> moments = new ArrayList<>();
                    issue.occurrences().forward().forEachRemaining(event -> moments.add(event.moment()));
                    if (issue.state().settled().awaitsResolver()) {
                        issue.state().settled().last().ifPresent(moments::add);
                    }
                    return moments.stream().anyMatch(moment -> !moment.isBefore(from) && moment.isBefore(to));
                })
                .toList();
    }

    /** How many issues the fold is given to look at. */
    private int issuesLookedAt(Entry trigger) {
        List<IssueId> lookedAt = new ArrayList<>();
        ServiceView view = (ServiceView) Proxy.newProxyInstance(
                ServiceView.class.getClassLoader(), new Class<?>[] {ServiceView.class}, (_, method, arguments) -> {
                    Object answer = method.invoke(shard(ledger).reading(), arguments);
                    if (method.getName().equals("issuesSeenBetween")) {
                        ((Iterable<?>) answer).forEach(state -> lookedAt.add(((IssueState) state).id()));
                    }
                    return answer;
                });
        new ServiceFold(FoldPolicy.DEFAULT).add(view, trigger);
        assertThat(lookedAt).doesNotHaveDuplicates();
        return lookedAt.size();
    }

    private void everyIssueIsSeenAt(long second) {
        for (int issue = 0; issue < ISSUES; issue++) {
            append(error(issue, second));
        }
    }

    private void append(Entry entry) {
        ledger.appendEach(List.of(entry), 0);
    }

    private static ServiceShard shard(MemoryLedger ledger) {
        Optional<ServiceShard> shard = ledger.directory().find(Samples.SERVICE);
        return shard.orElseThrow();
    }

    private static Entry error(int issue, long second) {
        return Samples.error("e" + issue + "-" + second, seconds(second), message(issue), Metadata.EMPTY);
    }

    /** Without a stack, a number this short tells issues apart. */
    private static String message(int issue) {
        return "failure " + issue;
    }

    private static long seconds(long seconds) {
        return seconds * 1_000_000;
    }
}
