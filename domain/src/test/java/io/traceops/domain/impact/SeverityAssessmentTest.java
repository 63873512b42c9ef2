package io.traceops.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityAssessmentTest {
    private static final SeverityPolicy POLICY = SeverityPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "hello, 1, LOW",
        "hello, 3, LOW",
        "hello, 4, MEDIUM",
        "hello, 10, MEDIUM",
        "hello, 11, HIGH",
        "Type ERROR, 1, MEDIUM",
        "it Failed, 1, MEDIUM",
        "NullPointerException, 1, MEDIUM",
        "an exception, 11, HIGH",
        "Gateway TimeOut, 1, HIGH",
        "crash, 1, HIGH",
        "fatal error, 1, HIGH",
        "critical, 1, HIGH"
    })
    void base_fromTitleAndCount_takesTheHigher(String title, long count, Severity expected) {
        SeverityAssessment assessment = SeverityAssessment.explain(title, count, 0, 0, 0, POLICY);

        assertThat(assessment.level()).isEqualTo(expected);
        assertThat(assessment.steps()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // rate, regressions, routes, level from LOW
        "0, 0, 1, LOW",
        "0, 1, 1, MEDIUM",
        "0, 5, 1, MEDIUM",
        "0, 0, 2, MEDIUM",
        "0, 1, 2, HIGH",
        "5, 1, 2, HIGH",
        "5.1, 1, 2, CRITICAL",
        "5.1, 0, 2, MEDIUM",
        "10, 0, 0, LOW",
        "10.1, 0, 0, CRITICAL",
        "10.1, 3, 3, CRITICAL"
    })
    void steps_fromLow_raiseAsTheRulesSay(double rate, int regressions, long routes, Severity expected) {
        assertThat(SeverityAssessment.explain("hello", 1, rate, regressions, routes, POLICY)
                        .level())
                .isEqualTo(expected);
    }

    @Test
    void steps_eachThatApplied_isNamedWithItsReason() {
        SeverityAssessment assessment = SeverityAssessment.explain("Payment failed", 2, 5.25, 2, 3, POLICY);

        assertThat(assessment.steps())
                .containsExactly(
                        new SeverityStep("base", Severity.MEDIUM, "the title says \"failed\""),
                        new SeverityStep("regressed", Severity.HIGH, "regressed twice"),
                        new SeverityStep("several-routes", Severity.CRITICAL, "met on 3 routes"));
        assertThat(SeverityAssessment.explain("a timeout", 20, 7, 0, 0, POLICY).steps())
                .containsExactly(
                        new SeverityStep("base", Severity.HIGH, "the title says \"timeout\""),
                        new SeverityStep("escalating-rate", Severity.CRITICAL, "7.0 errors/min, more than 5"));
        assertThat(SeverityAssessment.explain("hello", 11, 12, 1, 2, POLICY).steps())
                .containsExactly(
                        new SeverityStep("base", Severity.HIGH, "11 occurrences, more than 10"),
                        new SeverityStep("critical-rate", Severity.CRITICAL, "12.0 errors/min, more than 10"));
        assertThat(SeverityAssessment.explain("hello", 5, 0, 1, 0, POLICY).steps())
                .containsExactly(
                        new SeverityStep("base", Severity.MEDIUM, "5 occurrences, more than 3"),
                        new SeverityStep("regressed", Severity.HIGH, "regressed once"));
        assertThat(SeverityAssessment.explain("hello", 1, 0, 7, 0, POLICY).steps())
                .containsExactly(
                        new SeverityStep("base", Severity.LOW, "no telling word in the title and few occurrences"),
                        new SeverityStep("regressed", Severity.MEDIUM, "regressed 7 times"));
    }

    @Test
    void level_randomInputs_equalsTheExplainedOneAndNeverFallsAsInputsRise() {
        Random random = new Random(11);
        List<String> titles = List.of("hello", "an error", "a crash");
        for (int i = 0; i < 20_000; i++) {
            String title = titles.get(random.nextInt(3));
            long count = random.nextInt(15);
            double rate = random.nextInt(240) / 20.0;
            int regressions = random.nextInt(3);
            long routes = random.nextInt(4);
            Severity level = level(title, count, rate, regressions, routes);

            assertThat(level)
                    .isEqualTo(SeverityAssessment.explain(title, count, rate, regressions, routes, POLICY)
                            .level());
            assertThat(level(title, count + random.nextInt(9), rate + random.nextDouble(), regressions + 1, routes + 1))
                    .isGreaterThanOrEqualTo(level);
        }
    }

    private static Severity level(String title, long count, double rate, int regressions, long routes) {
        return SeverityAssessment.level(POLICY.ofTitle(title), count, rate, regressions, routes, POLICY);
    }

    @Test
    void policy_ownWordsAndNumbers_areUsed() {
        SeverityPolicy own = new SeverityPolicy(List.of("boom"), List.of("hm"), 2, 1, 4, 2.5);

        assertThat(own.ofTitle("BOOM")).isEqualTo(Severity.HIGH);
        assertThat(own.ofTitle("hm")).isEqualTo(Severity.MEDIUM);
        assertThat(own.ofTitle("crash")).isEqualTo(Severity.LOW);
        assertThat(SeverityAssessment.explain("x", 3, 2.6, 0, 0, own)
                        .steps()
                        .getLast()
                        .reason())
                .isEqualTo("2.6 errors/min, more than 2.5");
    }

    @ParameterizedTest
    @CsvSource({"-1, 3, 10, 5", "4, 3, 10, 5", "1, 3, 5, 6", "1, 3, 5, -1", "1, 3, NaN, 1", "1, 3, Infinity, 1"})
    void policy_numbersOutOfOrder_isRefused(long medium, long high, double critical, double escalating) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeverityPolicy(List.of(), List.of(), high, medium, critical, escalating));
    }
}
