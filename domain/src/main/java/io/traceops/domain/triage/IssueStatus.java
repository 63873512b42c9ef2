package io.traceops.domain.triage;

/** Where an issue stands at an instant. A regressed issue is open again. */
public enum IssueStatus {
    OPEN,
    RESOLVED
}
