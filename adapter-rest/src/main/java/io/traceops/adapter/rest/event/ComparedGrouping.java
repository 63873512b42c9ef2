package io.traceops.adapter.rest.event;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.GroupingComparison;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Optional;

/** How an error compares with another. */
@Schema(description = "Why two errors are together, or apart.")
record ComparedGrouping(
        @Schema(description = "The other error.") String eventId,
        String serviceName,
        @Schema(requiredMode = NOT_REQUIRED) Optional<String> issueId,
        String fingerprint,

        @Schema(description = "Whether both are in one issue: same service, same fingerprint.")
        boolean sameIssue,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "The first part that keeps the fingerprints apart; absent if they are equal.",
                type = "string",
                allowableValues = {"version", "client", "message", "frame", "route"})
        Optional<String> firstDifference,

        List<GroupingBody.Part> parts) {
    static ComparedGrouping of(GroupingComparison comparison) {
        StoredEvent other = comparison.other();
        return new ComparedGrouping(
                other.event().id().value(),
                other.event().service().value(),
                other.issueId().map(IssueId::hex),
                comparison.explanation().grouping().fingerprint().hex(),
                comparison.sameIssue(),
                comparison.firstDifference().map(GroupingBody.PART_NAMES::of),
                GroupingBody.partsOf(comparison.explanation()));
    }
}
