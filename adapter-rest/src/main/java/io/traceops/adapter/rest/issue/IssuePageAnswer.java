package io.traceops.adapter.rest.issue;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.query.Page;
import io.traceops.domain.triage.Issue;
import java.util.List;
import java.util.Optional;

/** Some issues of a list, and where it goes on. */
@Schema(name = "IssuePage", description = "Some issues.")
record IssuePageAnswer(
        List<IssueAnswer> issues,

        @Schema(description = "How many issues this answer has.")
        int count,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "Ask again with it as `cursor` for the next page; absent on the last one.")
        Optional<String> nextCursor) {
    static IssuePageAnswer of(Page<Issue> page) {
        return of(page.items(), page.nextCursor());
    }

    static IssuePageAnswer of(List<Issue> issues) {
        return of(issues, Optional.empty());
    }

    private static IssuePageAnswer of(List<Issue> issues, Optional<String> nextCursor) {
        List<IssueAnswer> answers = issues.stream().map(IssueAnswer::of).toList();
        return new IssuePageAnswer(answers, answers.size(), nextCursor);
    }
}
