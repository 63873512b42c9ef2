package io.traceops.adapter.rest.issue;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.traceops.adapter.rest.event.EventPageAnswer;
import io.traceops.adapter.rest.json.QueryValues;
import io.traceops.adapter.rest.json.WireNames;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.adapter.rest.problem.Problems;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.application.query.TriageIssues;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.triage.IssueStatus;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows issues. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
final class IssueController {
    private static final WireNames<IssueStatus> STATUSES = WireNames.lower(IssueStatus.values());
    private static final WireNames<Severity> SEVERITIES = WireNames.lower(Severity.values());
    private static final WireNames<IssueSort> SORTS = WireNames.camel(IssueSort.values());

    private final TriageIssues issues;

    IssueController(TriageIssues issues) {
        this.issues = issues;
    }

    @Get("/issues")
    MutableHttpResponse<byte[]> list(
            @QueryValue Optional<String> serviceName,
            @QueryValue Optional<String> status,
            @QueryValue Optional<String> severity,
            @QueryValue Optional<String> query,
            @QueryValue Optional<String> sort,
            @QueryValue Optional<String> limit,
            @QueryValue Optional<String> cursor) {
        QueryValues values = new QueryValues();
        IssueQuery question = new IssueQuery(
                serviceName,
                values.constant("status", status, STATUSES),
                values.constant("severity", severity, SEVERITIES),
                query,
                values.constant("sort", sort, SORTS),
                values.number("limit", limit),
                cursor,
                values.malformed());
        return Answers.of(issues.list(question), IssuePageAnswer::of);
    }

    @Get("/issues/needs-attention")
    MutableHttpResponse<byte[]> needsAttention(
            @QueryValue Optional<String> serviceName, @QueryValue Optional<String> limit) {
        QueryValues values = new QueryValues();
        OptionalInt most = values.number("limit", limit);
        return values.malformed().isEmpty()
                ? Answers.of(issues.needsAttention(serviceName, most), IssuePageAnswer::of)
                : Problems.invalid("invalid request", values.malformed());
    }

    @Get("/issues/{id}")
    MutableHttpResponse<byte[]> issue(String id) {
        return Answers.of(issues.issue(id), IssueDetailAnswer::of);
    }

    @Get("/issues/{id}/events")
    MutableHttpResponse<byte[]> events(
            String id, @QueryValue Optional<String> limit, @QueryValue Optional<String> cursor) {
        QueryValues values = new QueryValues();
        OptionalInt most = values.number("limit", limit);
        return values.malformed().isEmpty()
                ? Answers.of(issues.events(id, most, cursor), EventPageAnswer::of)
                : Problems.invalid("invalid request", values.malformed());
    }
}
