package io.traceops.domain.triage;

import io.traceops.domain.impact.Severity;

/** The columns of a single issue. */
record OneIssue(IssueReading reading) implements IssueRoster {
    @Override
    public int slots() {
        return 1;
    }

    @Override
    public boolean isTaken(int slot) {
        return true;
    }

    @Override
    public long firstMicros(int slot) {
        return reading.state().first().timestampMicros();
    }

    @Override
    public long lastMicros(int slot) {
        return reading.state().last().timestampMicros();
    }

    @Override
    public long count(int slot) {
        return reading.state().count();
    }

    @Override
    public int regressionCount(int slot) {
        return reading.state().regressionCount();
    }

    @Override
    public Severity titleSeverity(int slot) {
        return reading.state().titleSeverity();
    }

    @Override
    public boolean isOnSeveralRoutes(int slot) {
        return reading.familyRoutes().value() > 1;
    }

    @Override
    public IssueReading issue(int slot) {
        return reading;
    }
}
