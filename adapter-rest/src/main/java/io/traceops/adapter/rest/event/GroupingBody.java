package io.traceops.adapter.rest.event;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.GroupingAnswer;
import io.traceops.domain.grouping.GroupingExplanation;
import io.traceops.domain.grouping.GroupingExplanation.ExplainedPart;
import io.traceops.domain.grouping.GroupingPart;
import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.http.json.WireNames;
import java.util.List;
import java.util.Optional;

/** Why an error is in its issue. */
@Schema(name = "Grouping", description = "Why an error is in its issue.")
record GroupingBody(
        String eventId,
        String serviceName,

        @Schema(requiredMode = NOT_REQUIRED, description = "The issue that the error was stored under.")
        Optional<String> issueId,

        @Schema(description = "SHA-256 over the parts, in hexadecimal.")
        String fingerprint,

        @Schema(description = "The version of the rules that made the parts.")
        int algorithmVersion,

        @Schema(description = "What the fingerprint is made of.")
        List<Part> parts,

        @Schema(requiredMode = NOT_REQUIRED, description = "How the error compares with the one that was named.")
        Optional<ComparedGrouping> comparison) {
    static final WireNames<GroupingPart> PART_NAMES = WireNames.lower(GroupingPart.values());

    /** One part of a grouping, from what arrived to what counted. */
    @Schema(name = "GroupingPart", description = "One part of a grouping, from what arrived to what counted.")
    record Part(
            @Schema(
                    type = "string",
                    allowableValues = {"client", "message", "frame", "route"})
            String part,

            @Schema(description = "What the event carried.") String raw,

            @Schema(description = "What entered the fingerprint.")
            String normalised,

            @Schema(description = "The steps from one to the other.")
            List<Step> decisions,

            @Schema(
                    requiredMode = NOT_REQUIRED,
                    description = "How many steps there were beyond those listed; absent if none.")
            Optional<Integer> decisionsOmitted) {
        static Part of(ExplainedPart part) {
            return new Part(
                    PART_NAMES.of(part.part()),
                    part.raw(),
                    part.canonical(),
                    part.decisions().stream().map(Step::of).toList(),
                    Optional.of(part.decisionsOmitted()).filter(omitted -> omitted > 0));
        }
    }

    /** One step of a normalisation. */
    @Schema(name = "GroupingDecision", description = "One step of a normalisation.")
    record Step(
            @Schema(description = "The rule that applied.", example = "uuid")
            String rule,

            @Schema(description = "The text that it met.") String found,

            @Schema(description = "What stands in its place.")
            String became) {
        static Step of(Decision decision) {
            return new Step(decision.rule(), decision.found(), decision.became());
        }
    }

    static GroupingBody of(GroupingAnswer answer) {
        StoredEvent event = answer.event();
        GroupingExplanation explanation = answer.explanation();
        return new GroupingBody(
                event.event().id().value(),
                event.event().service().value(),
                event.issueId().map(IssueId::hex),
                explanation.grouping().fingerprint().hex(),
                explanation.grouping().algorithmVersion(),
                partsOf(explanation),
                answer.comparison().map(ComparedGrouping::of));
    }

    static List<Part> partsOf(GroupingExplanation explanation) {
        return explanation.parts().stream().map(Part::of).toList();
    }
}
