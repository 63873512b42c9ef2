package io.traceops.adapter.rest.issue;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.domain.event.EventId;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.http.json.EpochMillis;
import io.traceops.http.json.WireNames;
import java.util.List;
import java.util.Optional;

/** An issue, assessed at the instant of the question. */
@Schema(name = "Issue", description = "Errors that are one and the same, assessed at the instant of the question.")
record IssueAnswer(
        String id,
        String serviceName,

        @Schema(description = "SHA-256 over what its errors share.")
        String fingerprint,

        String title,

        @Schema(
                type = "string",
                allowableValues = {"open", "resolved"})
        String status,

        @Schema(
                type = "string",
                allowableValues = {"low", "medium", "high", "critical"})
        String severity,

        @Schema(description = "How often it occurred.") long count,
        EpochMillis firstSeen,
        EpochMillis lastSeen,

        @Schema(description = "How often it came back after a resolution.")
        int regressionCount,

        @Schema(description = "The routes that the error was met on.")
        long uniqueRoutes,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "True if the routes are an estimate within 2 %; absent otherwise.")
        Optional<Boolean> uniqueRoutesEstimated,

        @Schema(requiredMode = NOT_REQUIRED, description = "The users who met it; absent if no error named one.")
        Optional<Long> uniqueUsers,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "True if the users are an estimate within 2 %; absent otherwise.")
        Optional<Boolean> uniqueUsersEstimated,

        @Schema(description = "Errors per minute over the last hour.")
        double errorRate,

        @Schema(minimum = "0", maximum = "100") int priorityScore,

        @Schema(description = "Why it has its score.", example = "High: 0.4 errors/min; first seen 2 h ago")
        String priorityReason,

        @Schema(requiredMode = NOT_REQUIRED, description = "The change that likely caused it.")
        Optional<TriggerAnswer> suspectedCause,

        @Schema(requiredMode = NOT_REQUIRED) Optional<EpochMillis> resolvedAt,

        @Schema(requiredMode = NOT_REQUIRED, description = "The change that resolved it.")
        Optional<TriggerAnswer> resolvedBy,

        @Schema(description = "Its newest errors, newest first, at most 50.")
        List<String> relatedEventIds,

        @Schema(description = "The same error on other routes, at most 20 issues.")
        List<String> siblings,

        @Schema(requiredMode = NOT_REQUIRED, description = "The normalised route; absent if its errors name none.")
        Optional<String> route,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "The frame that its errors were raised in; absent without a stack.")
        Optional<String> frame) {
    private static final WireNames<IssueStatus> STATUSES = WireNames.lower(IssueStatus.values());
    private static final WireNames<Severity> SEVERITIES = WireNames.lower(Severity.values());

    static IssueAnswer of(Issue issue) {
        IssueState state = issue.state();
        Optional<TriggerAnswer> resolvedBy = issue.resolvedBy().map(TriggerAnswer::of);
        Optional<DistinctCount> users = issue.impact().uniqueUsers();
        return new IssueAnswer(
                state.id().hex(),
                state.service().value(),
                state.grouping().fingerprint().hex(),
                state.title(),
                STATUSES.of(issue.status()),
                SEVERITIES.of(issue.severity().level()),
                issue.impact().count(),
                EpochMillis.ofMicros(state.first().timestampMicros()),
                EpochMillis.ofMicros(state.last().timestampMicros()),
                state.regressionCount(),
                issue.impact().uniqueRoutes().value(),
                estimated(Optional.of(issue.impact().uniqueRoutes())),
                users.map(DistinctCount::value),
                estimated(users),
                issue.impact().errorRate(),
                issue.priority().score(),
                issue.priorityReason(),
                issue.suspectedCause().map(TriggerAnswer::of),
                resolvedBy.map(TriggerAnswer::timestamp),
                resolvedBy,
                issue.relatedEventIds().stream().map(EventId::value).toList(),
                issue.siblings().stream().map(IssueId::hex).toList(),
                state.grouping().routeIfAny(),
                state.grouping().frameIfAny());
    }

    /** An estimate is marked; what is exact is not. */
    private static Optional<Boolean> estimated(Optional<DistinctCount> count) {
        return count.map(DistinctCount::estimated).filter(estimated -> estimated);
    }
}
