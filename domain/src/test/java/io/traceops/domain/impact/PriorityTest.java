package io.traceops.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.domain.impact.Priority.Inputs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityTest {
    private static final long MINUTE = 60_000_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long NOW = 1_000 * HOUR;
    private static final List<Severity> LEVELS = List.of(Severity.values());
    private static final PriorityPolicy POLICY = PriorityPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        // severity, rate, regressions, age in minutes, resolved, score
        "LOW, 0, 0, 6000, false, 20",
        "MEDIUM, 0, 0, 6000, false, 40",
        "HIGH, 0, 0, 6000, false, 60",
        "CRITICAL, 0, 0, 6000, false, 80",
        "LOW, 2, 0, 6000, false, 23",
        "LOW, 10, 0, 6000, false, 35",
        "LOW, 1000, 0, 6000, false, 35",
        "LOW, 0, 1, 6000, false, 25",
        "LOW, 0, 2, 6000, false, 30",
        "LOW, 0, 9, 6000, false, 30",
        "LOW, 0, 0, 59, false, 30",
        // at one hour the points begin to fall: 10 - 1/6 = 9.83
        "LOW, 0, 0, 60, false, 30",
        "LOW, 0, 0, 360, false, 29",
        "LOW, 0, 0, 3600, false, 20",
        "LOW, 0, 0, -60, false, 30",
        "CRITICAL, 100, 9, 1, false, 100",
        "CRITICAL, 100, 9, 1, true, 35",
        "CRITICAL, 0, 0, 6000, true, 24",
        // 20 + 0.5 rounds up
        "LOW, 0.333333333, 0, 6000, false, 21",
        "LOW, 0.332, 0, 6000, false, 20"
    })
    void score_examples_followTheRules(
            Severity severity, double rate, int regressions, long ageMinutes, boolean resolved, int expected) {
        Inputs inputs = new Inputs(severity, rate, regressions, NOW - ageMinutes * MINUTE, resolved);

        assertThat(Priority.score(inputs, NOW, POLICY)).isEqualTo(expected);
        assertThat(Priority.explain(inputs, NOW, POLICY).score()).isEqualTo(expected);
    }

    @Test
    void components_ofAFreshCriticalIssue_areNamedAndCapped() {
        Inputs inputs = new Inputs(Severity.CRITICAL, 12.4, 2, NOW - 12 * MINUTE, false);

        assertThat(Priority.explain(inputs, NOW, POLICY).components())
                .containsExactly(
                        part("severity", "80", "critical"),
                        part("errorRate", "15", "12.4 errors/min"),
                        part("regressions", "10", "regressed twice"),
                        part("recency", "10", "first seen 12 min ago"),
                        part("cap", "-15", "never above 100"));
    }

    @Test
    void components_ofAResolvedIssue_showTheFactorAndTheRounding() {
        Inputs inputs = new Inputs(Severity.MEDIUM, 0.5, 0, NOW - 100 * HOUR, true);

        // 40 + 0.75 = 40.75, times 0.3 = 12.225
        assertThat(Priority.explain(inputs, NOW, POLICY).components())
                .containsExactly(
                        part("severity", "40", "medium"),
                        part("errorRate", "0.75", "0.5 errors/min"),
                        part("resolved", "-28.525", "resolved issues count 0.3 times"),
                        part("rounding", "-0.225", "rounded half up"));
    }

    private static PriorityComponent part(String name, String points, String reason) {
        return new PriorityComponent(name, new BigDecimal(points), reason);
    }

    @Test
    void score_randomInputs_isTheSumOfItsPartsWithinBoundsAndMonotone() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            Inputs inputs = new Inputs(
                    LEVELS.get(random.nextInt(4)),
                    random.nextDouble() * 14,
                    random.nextInt(4),
                    NOW - random.nextLong(80 * HOUR),
                    random.nextInt(4) == 0);
            Priority priority = Priority.explain(inputs, NOW, POLICY);
            BigDecimal sum = priority.components().stream()
                    .map(PriorityComponent::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).as("%s", inputs).isEqualByComparingTo(BigDecimal.valueOf(priority.score()));
            assertThat(priority.score()).isBetween(0, 100).isEqualTo(Priority.score(inputs, NOW, POLICY));
            Inputs worse = new Inputs(
                    inputs.severity().raised(),
                    inputs.errorRate() + 1,
                    inputs.regressionCount() + 1,
                    inputs.firstSeenMicros() + HOUR,
                    false);
            assertThat(Priority.score(worse, NOW, POLICY)).isGreaterThanOrEqualTo(priority.score());
        }
    }

    @Test
    void policy_ownPoints_areUsed() {
        PriorityPolicy own = new PriorityPolicy(1, 2, 3, 4, 0, 0, 0, 0, 0, 1, 1);

        assertThat(Stream.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
                        .map(severity -> Priority.score(new Inputs(severity, 9, 9, NOW, true), NOW, own)))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void policy_pointsThatMakeNoSense_areRefused() {
        for (List<Double> bad : List.of(
                List.of(-1d, 2d, 3d, 4d, 1d, 0.5),
                List.of(3d, 2d, 3d, 4d, 1d, 0.5),
                List.of(1d, 4d, 3d, 4d, 1d, 0.5),
                List.of(1d, 2d, 5d, 4d, 1d, 0.5),
                List.of(1d, 2d, 3d, 2_000d, 1d, 0.5),
                List.of(1d, 2d, 3d, 4d, 0d, 0.5),
                List.of(1d, 2d, 3d, 4d, 1d, -0.1),
                List.of(1d, 2d, 3d, 4d, 1d, 1.1),
                List.of(1d, 2d, 3d, 4d, 1d, Double.NaN))) {
            assertThatIllegalArgumentException()
                    .as("%s", bad)
                    .isThrownBy(() -> new PriorityPolicy(
                            bad.get(0), bad.get(1), bad.get(2), bad.get(3), 0, 0, 0, 0, 0, bad.get(4), bad.get(5)));
        }
    }

    @Test
    void errorRate_firstMinute_countsAsAWholeOne() {
        assertThat(ErrorRate.perMinute(5, NOW, NOW)).isEqualTo(5);
        assertThat(ErrorRate.perMinute(5, NOW - MINUTE / 2, NOW)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 10, 59})
    void errorRate_later_isSpreadOverTheMinutesSinceTheFirst(long minutes) {
        assertThat(ErrorRate.perMinute(30, NOW - minutes * MINUTE, NOW)).isEqualTo(30.0 / minutes);
        assertThat(ErrorRate.perMinute(0, NOW - minutes * MINUTE, NOW)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s",
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "7199, 119 min",
        "7200, 2 h",
        "172799, 47 h",
        "172800, 2 days"
    })
    void humanDuration_largestUnit_cutDown(long seconds, String expected) {
        assertThat(HumanDuration.of(seconds * 1_000_000)).isEqualTo(expected);
    }
}
