package io.traceops.domain.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to fix first, from 0 to 100, with the parts that sum to it.
 *
 * <p>Points are computed in millionths of a point as whole numbers, so that the parts sum to the score exactly and no
 * machine rounds differently from another.
 *
 * @param score 0 to 100, rounded half up
 */
public record Priority(int score, List<PriorityComponent> components) {
    /** The highest score there is. */
    static final int SCORE_MAX = 100;

    private static final long MICROPOINTS = 1_000_000;
    private static final long MICROPOINTS_MAX = SCORE_MAX * MICROPOINTS;
    private static final double MICROS_PER_HOUR = 3_600e6;

    public Priority {
        components = List.copyOf(components);
    }

    /** What a score is computed from. */
    public record Inputs(
            Severity severity, double errorRate, int regressionCount, long firstSeenMicros, boolean resolved) {}

    /** The score alone, for ranking many issues; equal to the score of {@link #explain}. */
    public static int score(Inputs inputs, long nowMicros, PriorityPolicy policy) {
        return (int) (rounded(clamped(weighted(sum(inputs, nowMicros, policy), inputs, policy))) / MICROPOINTS);
    }

    /** The score and its parts. A part that gives nothing is left out, but for the severity. */
    public static Priority explain(Inputs inputs, long nowMicros, PriorityPolicy policy) {
        List<PriorityComponent> parts = new ArrayList<>();
        parts.add(part("severity", severity(inputs, policy), label(inputs.severity())));
        addUnlessZero(parts, "errorRate", rate(inputs, policy), oneDigit(inputs.errorRate()) + " errors/min");
        addUnlessZero(
                parts,
                "regressions",
                regressions(inputs, policy),
                "regressed " + SeverityAssessment.times(inputs.regressionCount()));
        addUnlessZero(
                parts, "recency", recency(inputs, nowMicros, policy), "first seen " + age(inputs, nowMicros) + " ago");
        long sum = sum(inputs, nowMicros, policy);
        long weighted = weighted(sum, inputs, policy);
        addUnlessZero(parts, "resolved", weighted - sum, "resolved issues count " + policy.resolvedFactor() + " times");
        long clamped = clamped(weighted);
        addUnlessZero(parts, "cap", clamped - weighted, "never above 100");
        long rounded = rounded(clamped);
        addUnlessZero(parts, "rounding", rounded - clamped, "rounded half up");
        return new Priority((int) (rounded / MICROPOINTS), parts);
    }

    private static long sum(Inputs inputs, long nowMicros, PriorityPolicy policy) {
        return severity(inputs, policy)
                + rate(inputs, policy)
                + regressions(inputs, policy)
                + recency(inputs, nowMicros, policy);
    }

    private static long severity(Inputs inputs, PriorityPolicy policy) {
        return micropoints(policy.severityPoints(inputs.severity()));
    }

    private static long rate(Inputs inputs, PriorityPolicy policy) {
        return micropoints(Math.min(policy.ratePointsMax(), policy.pointsPerErrorPerMinute() * inputs.errorRate()));
    }

    private static long regressions(Inputs inputs, PriorityPolicy policy) {
        return micropoints(
                Math.min(policy.regressionPointsMax(), policy.pointsPerRegression() * inputs.regressionCount()));
    }

    private static long recency(Inputs inputs, long nowMicros, PriorityPolicy policy) {
        double hours = (nowMicros - inputs.firstSeenMicros()) / MICROS_PER_HOUR;
        double lost = hours < 1 ? 0 : hours / policy.recencyHoursPerPoint();
        return micropoints(Math.max(0, policy.recencyPointsMax() - lost));
    }

    private static long weighted(long sum, Inputs inputs, PriorityPolicy policy) {
        return inputs.resolved() ? Math.round(sum * policy.resolvedFactor()) : sum;
    }

    private static long clamped(long points) {
        return Math.clamp(points, 0, MICROPOINTS_MAX);
    }

    private static long rounded(long points) {
        return (points + MICROPOINTS / 2) / MICROPOINTS * MICROPOINTS;
    }

    private static long micropoints(double points) {
        return Math.round(points * MICROPOINTS);
    }

    private static void addUnlessZero(List<PriorityComponent> parts, String name, long micropoints, String reason) {
        if (micropoints != 0) {
            parts.add(part(name, micropoints, reason));
        }
    }

    private static PriorityComponent part(String name, long micropoints, String reason) {
        BigDecimal points = BigDecimal.valueOf(micropoints, 6).stripTrailingZeros();
        return new PriorityComponent(name, points.scale() < 0 ? points.setScale(0) : points, reason);
    }

    private static String label(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String oneDigit(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String age(Inputs inputs, long nowMicros) {
        return HumanDuration.of(nowMicros - inputs.firstSeenMicros());
    }
}
