package io.traceops.domain.triage;

import io.traceops.domain.lifecycle.IssueId;

/**
 * The place of an issue among others. In natural order the most urgent comes first: higher score, then later last seen,
 * then smaller id.
 */
public record Rank(int score, long lastSeenMicros, IssueId id) implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
        int byScore = Integer.compare(other.score, score);
        int byLastSeen = byScore != 0 ? byScore : Long.compare(other.lastSeenMicros, lastSeenMicros);
        return byLastSeen != 0 ? byLastSeen : id.compareTo(other.id);
    }
}
