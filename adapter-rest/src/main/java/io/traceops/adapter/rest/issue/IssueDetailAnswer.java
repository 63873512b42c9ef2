package io.traceops.adapter.rest.issue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.domain.impact.PriorityComponent;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.impact.SeverityStep;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.lifecycle.TransitionKind;
import io.traceops.domain.triage.Issue;
import io.traceops.http.json.EpochMillis;
import io.traceops.http.json.WireNames;
import java.math.BigDecimal;
import java.util.List;

/** An issue with its history and with what its severity and score are made of. */
@Schema(name = "IssueDetail", description = "An issue with its history and the reasons of its severity and score.")
record IssueDetailAnswer(
        @JsonUnwrapped IssueAnswer issue,

        @Schema(description = "The newest 100 changes of its status, oldest first.")
        List<Change> transitions,

        @Schema(description = "What led to the severity, in order.")
        List<Step> severitySteps,

        @Schema(description = "What the score is the sum of.")
        List<Component> priorityComponents) {
    private static final WireNames<Severity> SEVERITIES = WireNames.lower(Severity.values());

    /** A change of status. */
    @Schema(name = "Transition", description = "A change of an issue's status.")
    record Change(
            TransitionKind type,
            @Schema(description = "When it changed.") EpochMillis at,

            @Schema(description = "The event that caused it.")
            String eventId,

            @Schema(
                    description = "From when on it counts: later than when it changed only if the server waits for"
                            + " silence before it calls an issue resolved.")
            EpochMillis effectiveAt) {
        static Change of(Transition transition) {
            return new Change(
                    transition.kind(),
                    EpochMillis.ofMicros(transition.atMicros()),
                    transition.cause().id().value(),
                    EpochMillis.ofMicros(transition.effectiveMicros()));
        }
    }

    /** A step to the severity. */
    @Schema(name = "SeverityStep", description = "A step to the severity.")
    record Step(
            @Schema(description = "The rule that applied.", example = "regressed")
            String rule,

            @Schema(
                    description = "The level after the step.",
                    type = "string",
                    allowableValues = {"low", "medium", "high", "critical"})
            String level,

            String reason) {
        static Step of(SeverityStep step) {
            return new Step(step.rule(), SEVERITIES.of(step.level()), step.reason());
        }
    }

    /** A part of the score. */
    @Schema(name = "PriorityComponent", description = "A part of the score.")
    record Component(
            @Schema(
                    type = "string",
                    allowableValues = {"severity", "errorRate", "regressions", "recency", "resolved", "cap", "rounding"
                    })
            String name,

            @Schema(description = "Negative for what takes away.")
            BigDecimal points,

            String reason) {
        static Component of(PriorityComponent component) {
            return new Component(component.name(), component.points(), component.reason());
        }
    }

    static IssueDetailAnswer of(Issue issue) {
        return new IssueDetailAnswer(
                IssueAnswer.of(issue),
                issue.history().reversed().stream().map(Change::of).toList(),
                issue.severity().steps().stream().map(Step::of).toList(),
                issue.priority().components().stream().map(Component::of).toList());
    }
}
