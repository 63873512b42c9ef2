package io.traceops.application.query;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.grouping.GroupingExplanation;
import io.traceops.domain.grouping.GroupingPart;
import java.util.Optional;

/**
 * Why two errors are together, or apart.
 *
 * @param sameIssue whether both are stored in one issue: same service, same fingerprint
 * @param firstDifference the first part in which they differ; absent if they share their fingerprint
 */
public record GroupingComparison(
        StoredEvent other,
        GroupingExplanation explanation,
        boolean sameIssue,
        Optional<GroupingPart> firstDifference) {}
