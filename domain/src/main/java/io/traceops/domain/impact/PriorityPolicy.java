package io.traceops.domain.impact;

/**
 * How many points of priority each circumstance gives.
 *
 * @param lowPoints points of a low severity; likewise for the other levels; they must not fall
 * @param pointsPerErrorPerMinute points for each error per minute
 * @param ratePointsMax the most points that the error rate gives
 * @param pointsPerRegression points for each regression
 * @param regressionPointsMax the most points that regressions give
 * @param recencyPointsMax points of an issue that was first seen less than an hour ago
 * @param recencyHoursPerPoint in how many hours since it was first seen an older issue loses a point
 * @param resolvedFactor what the sum is multiplied with for a resolved issue, 0 to 1
 */
public record PriorityPolicy(
        double lowPoints,
        double mediumPoints,
        double highPoints,
        double criticalPoints,
        double pointsPerErrorPerMinute,
        double ratePointsMax,
        double pointsPerRegression,
        double regressionPointsMax,
        double recencyPointsMax,
        double recencyHoursPerPoint,
        double resolvedFactor) {
    private static final double POINTS_MAX = 1_000;

    public static final PriorityPolicy DEFAULT = new PriorityPolicy(20, 40, 60, 80, 1.5, 15, 5, 10, 10, 6, 0.3);

    public PriorityPolicy {
        requirePoints("lowPoints", lowPoints);
        requirePoints("mediumPoints", mediumPoints);
        requirePoints("highPoints", highPoints);
        requirePoints("criticalPoints", criticalPoints);
        requirePoints("pointsPerErrorPerMinute", pointsPerErrorPerMinute);
        requirePoints("ratePointsMax", ratePointsMax);
        requirePoints("pointsPerRegression", pointsPerRegression);
        requirePoints("regressionPointsMax", regressionPointsMax);
        requirePoints("recencyPointsMax", recencyPointsMax);
        if (lowPoints > mediumPoints || mediumPoints > highPoints || highPoints > criticalPoints) {
            throw new IllegalArgumentException("priority points must not fall from low to critical");
        }
        if (!(recencyHoursPerPoint > 0) || !(resolvedFactor >= 0 && resolvedFactor <= 1)) {
            throw new IllegalArgumentException("recencyHoursPerPoint: " + recencyHoursPerPoint
                    + ", allowed above 0; resolvedFactor: " + resolvedFactor + ", allowed 0 to 1");
        }
    }

    public double severityPoints(Severity severity) {
        return switch (severity) {
            case LOW -> lowPoints;
            case MEDIUM -> mediumPoints;
            case HIGH -> highPoints;
            case CRITICAL -> criticalPoints;
        };
    }

    private static void requirePoints(String name, double points) {
        if (!(points >= 0 && points <= POINTS_MAX)) {
            throw new IllegalArgumentException(name + ": " + points + ", allowed 0 to " + POINTS_MAX);
        }
    }
}
