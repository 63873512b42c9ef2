package io.traceops.domain.lifecycle;

import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.impact.Severity;

/**
 * What a store keeps of an issue. It holds nothing that depends on the instant of a question: status, rate, severity and
 * score are computed when asked.
 *
 * @param grouping the canonical parts that all occurrences share
 * @param title the title of the first occurrence
 * @param titleSeverity the severity that the words of the title alone give
 * @param count all occurrences, dropped ones among them, 1 or more
 * @param first the first occurrence ever
 * @param last the last occurrence
 * @param regressionCount how often the issue came back after a resolution
 * @param settled what dropped occurrences gave
 */
public record IssueState(
        IssueId id,
        ServiceName service,
        Grouping grouping,
        String title,
        Severity titleSeverity,
        long count,
        Moment first,
        Moment last,
        int regressionCount,
        Settled settled) {
    public IssueState {
        if (count < 1 || first.isAfter(last) || regressionCount < 0) {
            throw new IllegalArgumentException("issue " + id + ": count " + count + ", first " + first + ", last "
                    + last + ", regressions " + regressionCount);
        }
    }

    public IssueState withSpan(long newCount, Moment newFirst, Moment newLast, int newRegressionCount) {
        return new IssueState(
                id, service, grouping, title, titleSeverity, newCount, newFirst, newLast, newRegressionCount, settled);
    }

    public IssueState withRegressionCount(int newRegressionCount) {
        return withSpan(count, first, last, newRegressionCount);
    }

    public IssueState withTitle(String newTitle, Severity newTitleSeverity) {
        return new IssueState(
                id, service, grouping, newTitle, newTitleSeverity, count, first, last, regressionCount, settled);
    }

    public IssueState withSettled(Settled newSettled) {
        return new IssueState(
                id, service, grouping, title, titleSeverity, count, first, last, regressionCount, newSettled);
    }
}
