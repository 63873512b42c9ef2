package io.traceops.domain.triage;

import io.traceops.domain.impact.Severity;

/**
 * The issues of one service in columns: the few facts that say whether an issue can have a place in a ranking at all.
 *
 * <p>Ranking looks at every issue there is, and nearly all of them have no place. Read from columns, an issue that has
 * none costs some nanoseconds; read from the objects that make up an issue, it costs a handful of cache misses. Used by
 * one thread and only while the store keeps that state still.
 */
public interface IssueRoster {
    /** One more than the largest slot that may be taken. */
    int slots();

    /** Whether there is an issue in a slot. The other methods are asked of taken slots alone. */
    boolean isTaken(int slot);

    /** When the issue was first seen, in microseconds. */
    long firstMicros(int slot);

    /** When the issue was last seen, in microseconds. */
    long lastMicros(int slot);

    /** All occurrences, dropped ones among them. */
    long count(int slot);

    int regressionCount(int slot);

    /** The severity that the words of the title alone give. */
    Severity titleSeverity(int slot);

    /** Whether the issue's family was met on more than one route. */
    boolean isOnSeveralRoutes(int slot);

    /** The issue itself. */
    IssueReading issue(int slot);
}
