package io.traceops.application.query;

/** How a list of issues is ordered. Each starts with the largest. */
public enum IssueSort {
    PRIORITY,
    LAST_SEEN,
    FIRST_SEEN,
    COUNT
}
