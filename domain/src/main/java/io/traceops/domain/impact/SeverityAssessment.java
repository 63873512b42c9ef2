package io.traceops.domain.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The severity of an issue with each step that led there.
 *
 * @param steps in the order in which they applied; the first gives the base, the last the level
 */
public record SeverityAssessment(Severity level, List<SeverityStep> steps) {
    public SeverityAssessment {
        steps = List.copyOf(steps);
    }

    /** The level alone, for ranking many issues; equal to the level of {@link #explain}. */
    public static Severity level(
            Severity titleSeverity,
            long count,
            double errorRate,
            int regressionCount,
            long uniqueRoutes,
            SeverityPolicy policy) {
        Severity level = titleSeverity.max(ofCount(count, policy));
        if (errorRate > policy.criticalPerMinute()) {
            return Severity.CRITICAL;
        }
        if (regressionCount > 0) {
            level = level.raised();
        }
        if (uniqueRoutes > 1) {
            level = level.raised();
        }
        return escalates(level, errorRate, policy) ? Severity.CRITICAL : level;
    }

    /** The level and the steps to it. A step is listed only if it applied. */
    public static SeverityAssessment explain(
            String title, long count, double errorRate, int regressionCount, long uniqueRoutes, SeverityPolicy policy) {
        List<SeverityStep> steps = new ArrayList<>();
        steps.add(base(title, count, policy));
        if (errorRate > policy.criticalPerMinute()) {
            add(steps, "critical-rate", Severity.CRITICAL, rateAbove(errorRate, policy.criticalPerMinute()));
        }
        if (regressionCount > 0) {
            add(steps, "regressed", steps.getLast().level().raised(), "regressed " + times(regressionCount));
        }
        if (uniqueRoutes > 1) {
            add(steps, "several-routes", steps.getLast().level().raised(), "met on " + uniqueRoutes + " routes");
        }
        if (escalates(steps.getLast().level(), errorRate, policy)) {
            add(steps, "escalating-rate", Severity.CRITICAL, rateAbove(errorRate, policy.escalatingPerMinute()));
        }
        return new SeverityAssessment(steps.getLast().level(), steps);
    }

    private static SeverityStep base(String title, long count, SeverityPolicy policy) {
        Severity byTitle = policy.ofTitle(title);
        Severity byCount = ofCount(count, policy);
        if (byTitle == Severity.LOW && byCount == Severity.LOW) {
            return new SeverityStep("base", Severity.LOW, "no telling word in the title and few occurrences");
        }
        if (byTitle.isAtLeast(byCount)) {
            String word = policy.wordFor(byTitle, title).orElseThrow();
            return new SeverityStep("base", byTitle, "the title says \"" + word + "\"");
        }
        long bound = byCount == Severity.HIGH ? policy.highCount() : policy.mediumCount();
        return new SeverityStep("base", byCount, count + " occurrences, more than " + bound);
    }

    private static Severity ofCount(long count, SeverityPolicy policy) {
        if (count > policy.highCount()) {
            return Severity.HIGH;
        }
        return count > policy.mediumCount() ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean escalates(Severity level, double errorRate, SeverityPolicy policy) {
        return errorRate > policy.escalatingPerMinute() && level.isAtLeast(Severity.HIGH);
    }

    /** A step that leaves the level where it is did not apply. */
    private static void add(List<SeverityStep> steps, String rule, Severity level, String reason) {
        if (level != steps.getLast().level()) {
            steps.add(new SeverityStep(rule, level, reason));
        }
    }

    private static String rateAbove(double errorRate, double bound) {
        return String.format(Locale.ROOT, "%.1f errors/min, more than %s", errorRate, plain(bound));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static String times(int n) {
        return switch (n) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> n + " times";
        };
    }
}
