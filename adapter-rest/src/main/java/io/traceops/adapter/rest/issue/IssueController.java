package io.traceops.adapter.rest.issue;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.api.MayNotExist;
import io.traceops.adapter.rest.event.EventPageAnswer;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.application.query.TriageIssues;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.http.json.QueryValues;
import io.traceops.http.json.WireNames;
import io.traceops.http.problem.Problems;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows issues. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "issues")
@MayBeRefused
final class IssueController {
    private static final WireNames<IssueStatus> STATUSES = WireNames.lower(IssueStatus.values());
    private static final WireNames<Severity> SEVERITIES = WireNames.lower(Severity.values());
    private static final WireNames<IssueSort> SORTS = WireNames.camel(IssueSort.values());

    private final TriageIssues issues;

    IssueController(TriageIssues issues) {
        this.issues = issues;
    }

    /** Lists issues of one service or of all. */
    @Get("/issues")
    @ApiResponse(
            responseCode = "200",
            description = "Some issues.",
            content = @Content(schema = @Schema(implementation = IssuePageAnswer.class)))
    MutableHttpResponse<byte[]> listIssues(@RequestBean IssueParameters parameters) {
        QueryValues values = new QueryValues();
        Optional<IssueStatus> status = values.constant("status", parameters.status(), STATUSES);
        Optional<Severity> severity = values.constant("severity", parameters.severity(), SEVERITIES);
        Optional<IssueSort> sort = values.constant("sort", parameters.sort(), SORTS);
        OptionalInt limit = values.number("limit", parameters.limit());
        IssueQuery question = new IssueQuery(
                parameters.serviceName(),
                status,
                severity,
                parameters.query(),
                sort,
                limit,
                parameters.cursor(),
                values.malformed());
        return Answers.of(issues.list(question), IssuePageAnswer::of);
    }

    /** Lists the open issues to fix first, by priority, then last seen. */
    @Get("/issues/needs-attention")
    @ApiResponse(
            responseCode = "200",
            description = "The issues, the first to fix first.",
            content = @Content(schema = @Schema(implementation = IssuePageAnswer.class)))
    MutableHttpResponse<byte[]> needsAttention(
            @QueryValue @Parameter(required = false) Optional<String> serviceName,
            @QueryValue
                    @Parameter(
                            required = false,
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "3"))
                    Optional<String> limit) {
        QueryValues values = new QueryValues();
        OptionalInt most = values.number("limit", limit);
        return values.malformed().isEmpty()
                ? Answers.of(issues.needsAttention(serviceName, most), IssuePageAnswer::of)
                : Problems.invalid("invalid request", values.malformed());
    }

    /** Shows one issue with its history and the reasons of its severity and score. */
    @Get("/issues/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The issue.",
            content = @Content(schema = @Schema(implementation = IssueDetailAnswer.class)))
    @MayNotExist
    MutableHttpResponse<byte[]> getIssue(String id) {
        return Answers.of(issues.issue(id), IssueDetailAnswer::of);
    }

    /** Lists the errors of an issue, newest first. */
    @Get("/issues/{id}/events")
    @ApiResponse(
            responseCode = "200",
            description = "Some errors.",
            content = @Content(schema = @Schema(implementation = EventPageAnswer.class)))
    @MayNotExist
    MutableHttpResponse<byte[]> listIssueEvents(
            String id,
            @QueryValue
                    @Parameter(
                            required = false,
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    Optional<String> limit,
            @QueryValue @Parameter(required = false, description = "The `nextCursor` of the page before.")
                    Optional<String> cursor) {
        QueryValues values = new QueryValues();
        OptionalInt most = values.number("limit", limit);
        return values.malformed().isEmpty()
                ? Answers.of(issues.events(id, most, cursor), EventPageAnswer::of)
                : Problems.invalid("invalid request", values.malformed());
    }
}
