package io.traceops.domain.impact;

/**
 * Scores that issues do not exceed at one instant, from the few facts that rankings have at hand.
 *
 * <p>{@link Priority#score} divides and rounds for each part, which is most of what ranking a hundred thousand issues
 * costs. Here the same sum is taken in floating point, and what that may lose is made good with a little slack: a bound is
 * the score itself where the facts tell the error rate, but for scores within a hair of the next. Two things are tried in
 * turn. How many errors there are says how high their rate can be, without a division, and that rules out most issues;
 * only for the others the rate and the recency are computed. Immutable and thread-safe.
 */
public final class ScoreBound {
    /** More than a score gains by rounding its parts to millionths of a point. */
    private static final double SLACK_POINTS = 1e-5;

    /** More than floating point loses of a rate; far less than tells two rates apart. */
    private static final double SLACK_FACTOR = 1 + 1e-12;

    private static final double HALF_POINT = 0.5;
    private static final long MINUTE_MICROS = 60_000_000;
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final SeverityPolicy severities;
    private final PriorityPolicy policy;
    private final long nowMicros;
    private final double pointsLostPerMicro;

    /** @param nowMicros the instant that is asked about, in microseconds */
    public ScoreBound(SeverityPolicy severities, PriorityPolicy policy, long nowMicros) {
        this.severities = severities;
        this.policy = policy;
        this.nowMicros = nowMicros;
        this.pointsLostPerMicro = 1 / (HOUR_MICROS * policy.recencyHoursPerPoint());
    }

    /** What is known of an issue; its errors include those that were dropped, and are 1 or more. */
    public record Facts(
            long firstMicros,
            long lastMicros,
            long count,
            int regressionCount,
            Severity titleSeverity,
            boolean onSeveralRoutes) {}

    /**
     * A score that the issue does not exceed.
     *
     * @param resolved whether it is certain that the issue is resolved
     * @param least the lowest score that matters: once it is certain that the issue has less, the bound is not sharpened
     */
    public int scoreAtMost(Facts issue, boolean resolved, int least) {
        boolean seenWithinHour = issue.lastMicros() > nowMicros - ErrorRate.WINDOW_MICROS;
        double rateAtMost = seenWithinHour ? (double) issue.count() : 0;
        int rough = score(issue, rateAtMost, policy.recencyPointsMax(), resolved);
        return rough < least ? rough : score(issue, rateAtMost(issue), recency(issue.firstMicros()), resolved);
    }

    /**
     * A rate that is not exceeded, from the span of all errors alone. None of those in the window is later than the last
     * of all, so they are at least as long ago.
     */
    private double rateAtMost(Facts issue) {
        long from = nowMicros - ErrorRate.WINDOW_MICROS;
        if (issue.lastMicros() <= from || issue.firstMicros() > nowMicros) {
            return 0;
        }
        boolean isAllWithin = issue.firstMicros() > from && issue.lastMicros() <= nowMicros;
        long elapsedMicros = nowMicros - (isAllWithin ? issue.firstMicros() : Math.min(issue.lastMicros(), nowMicros));
        return elapsedMicros <= MINUTE_MICROS
                ? (double) issue.count()
                : (double) issue.count() * MINUTE_MICROS / elapsedMicros * SLACK_FACTOR;
    }

    private double recency(long firstMicros) {
        long ageMicros = nowMicros - firstMicros;
        double left = policy.recencyPointsMax() - (ageMicros < HOUR_MICROS ? 0 : ageMicros * pointsLostPerMicro);
        return left > 0 ? left : 0;
    }

    private int score(Facts issue, double rate, double recency, boolean resolved) {
        int routes = issue.onSeveralRoutes() ? 2 : 1;
        Severity severity = SeverityAssessment.level(
                issue.titleSeverity(), issue.count(), rate, issue.regressionCount(), routes, severities);
        double points = policy.severityPoints(severity)
                + atMost(policy.ratePointsMax(), policy.pointsPerErrorPerMinute() * rate)
                + atMost(policy.regressionPointsMax(), policy.pointsPerRegression() * issue.regressionCount())
                + recency;
        double weighted = resolved ? points * policy.resolvedFactor() : points;
        double rounded = weighted + HALF_POINT + SLACK_POINTS;
        return rounded < Priority.SCORE_MAX ? (int) rounded : Priority.SCORE_MAX;
    }

    /** Like {@link Math#min}, which takes as long as a division for the sake of zeros and of what is no number. */
    private static double atMost(double max, double points) {
        return points < max ? points : max;
    }
}
