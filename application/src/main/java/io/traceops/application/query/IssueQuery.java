package io.traceops.application.query;

import io.traceops.application.capture.Violation;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.triage.IssueStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which issues to list.
 *
 * @param text what the title, the route or the frame must contain, whatever the case
 * @param sort absent for {@link IssueSort#PRIORITY}
 * @param malformed what the door could not map
 */
public record IssueQuery(
        Optional<String> serviceName,
        Optional<IssueStatus> status,
        Optional<Severity> severity,
        Optional<String> text,
        Optional<IssueSort> sort,
        OptionalInt limit,
        Optional<String> cursor,
        List<Violation> malformed) {
    /** The longest text that is looked for, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;
}
