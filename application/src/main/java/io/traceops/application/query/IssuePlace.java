package io.traceops.application.query;

import io.traceops.domain.lifecycle.IssueId;

/** The place of an issue in an ordered list: larger keys come first, then the smaller id. */
record IssuePlace(long primary, long secondary, IssueId id) implements Comparable<IssuePlace> {
    /** Whether a place with keys that are at most these may come before this one. */
    boolean isReachedBy(long primaryMax, long secondaryMax) {
        return primaryMax != primary ? primaryMax > primary : secondaryMax >= secondary;
    }

    @Override
    public int compareTo(IssuePlace other) {
        int byPrimary = Long.compare(other.primary, primary);
        int bySecondary = byPrimary != 0 ? byPrimary : Long.compare(other.secondary, secondary);
        return bySecondary != 0 ? bySecondary : id.compareTo(other.id);
    }
}
