package io.traceops.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreBoundTest {
    private static final long MINUTE = 60_000_000;
    private static final long NOW = 1_000_000 * MINUTE;

    /** Its points fall apart less evenly than those of the default, so that rounding shows. */
    private static final PriorityPolicy UNEVEN = new PriorityPolicy(
            1.0000005, 19.9999995, 40.4999996, 77.7777777, 0.3333333, 11.1111111, 2.5, 7, 9.9, 7, 0.37);

    @Test
    void bound_allErrorsWithinTheHour_isTheScoreButForAHair() {
        Random random = new Random(1);
        int roundedUp = 0;
        for (int i = 0; i < 100_000; i++) {
            PriorityPolicy policy = random.nextBoolean() ? UNEVEN : PriorityPolicy.DEFAULT;
            ScoreBound.Facts facts = facts(random, 60 * MINUTE);
            boolean resolved = random.nextBoolean();
            double rate = ErrorRate.perMinute(facts.count(), facts.firstMicros(), NOW);
            int score = score(facts, rate, resolved, policy);
            int bound = bound(policy).scoreAtMost(facts, resolved, 0);

            assertThat(bound).as("%s", facts).isBetween(score, score + 1);
            roundedUp += bound - score;
        }
        assertThat(roundedUp).isLessThan(10);
    }

    @Test
    void bound_someErrorsWithinTheHour_isNotExceededWhicheverTheyAre() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            PriorityPolicy policy = random.nextBoolean() ? UNEVEN : PriorityPolicy.DEFAULT;
            ScoreBound.Facts facts = facts(random, 500 * MINUTE);
            boolean resolved = random.nextBoolean();
            int score = score(facts, someRate(facts, random), resolved, policy);

            assertThat(bound(policy).scoreAtMost(facts, resolved, random.nextInt(101)))
                    .as("%s", facts)
                    .isGreaterThanOrEqualTo(score);
        }
    }

    /** The rate if any of an issue's errors, as far as the facts leave that open, are those of the last hour. */
    private static double someRate(ScoreBound.Facts issue, Random random) {
        long from = NOW - 60 * MINUTE + 1;
        if (issue.firstMicros() >= from) {
            return ErrorRate.perMinute(issue.count(), issue.firstMicros(), NOW);
        }
        if (issue.lastMicros() < from) {
            return 0;
        }
        long first = from + random.nextLong(issue.lastMicros() - from + 1);
        return ErrorRate.perMinute(random.nextLong(issue.count()) + 1, first, NOW);
    }

    @Test
    void bound_ofIssueThatCannotMatter_isNotSharpened() {
        ScoreBound.Facts old = new ScoreBound.Facts(NOW - 600 * MINUTE, NOW - MINUTE, 2, 0, Severity.LOW, false);

        // 20 points of the severity, 3 of two errors at once, 10 of an issue just seen.
        assertThat(bound(PriorityPolicy.DEFAULT).scoreAtMost(old, false, 34)).isEqualTo(33);
        // 2 errors in the minute, 10 hours old.
        assertThat(bound(PriorityPolicy.DEFAULT).scoreAtMost(old, false, 33)).isEqualTo(31);
    }

    private static ScoreBound bound(PriorityPolicy policy) {
        return new ScoreBound(SeverityPolicy.DEFAULT, policy, NOW);
    }

    private static ScoreBound.Facts facts(Random random, long ageMicrosMax) {
        long age = random.nextLong(ageMicrosMax);
        return new ScoreBound.Facts(
                NOW - age,
                NOW - random.nextLong(age + 1),
                1 + random.nextInt(random.nextBoolean() ? 5 : 1_000),
                random.nextInt(4),
                random.nextBoolean() ? Severity.LOW : Severity.HIGH,
                random.nextBoolean());
    }

    private static int score(ScoreBound.Facts issue, double rate, boolean resolved, PriorityPolicy policy) {
        Severity severity = SeverityAssessment.level(
                issue.titleSeverity(),
                issue.count(),
                rate,
                issue.regressionCount(),
                issue.onSeveralRoutes() ? 2 : 1,
                SeverityPolicy.DEFAULT);
        return Priority.score(
                new Priority.Inputs(severity, rate, issue.regressionCount(), issue.firstMicros(), resolved),
                NOW,
                policy);
    }
}
