package io.traceops.application.query;

import io.traceops.application.port.StoredEvent;
import io.traceops.domain.grouping.GroupingExplanation;
import java.util.Optional;

/**
 * Why an error is in its issue.
 *
 * @param comparison how it compares with another error, if one was named
 */
public record GroupingAnswer(
        StoredEvent event, GroupingExplanation explanation, Optional<GroupingComparison> comparison) {}
