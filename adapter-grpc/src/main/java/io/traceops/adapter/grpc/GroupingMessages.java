package io.traceops.adapter.grpc;

import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.GroupingAnswer;
import io.traceops.domain.grouping.GroupingExplanation.ExplainedPart;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.v1.ExplainGroupingResponse;
import io.traceops.v1.GroupingDecision;
import io.traceops.v1.GroupingExplanation;
import io.traceops.v1.GroupingPart;

/** Explanations, to the wire. */
final class GroupingMessages {
    private GroupingMessages() {}

    static ExplainGroupingResponse write(GroupingAnswer answer) {
        ExplainGroupingResponse.Builder written =
                ExplainGroupingResponse.newBuilder().setExplanation(write(answer.event(), answer.explanation()));
        answer.comparison().ifPresent(comparison -> {
            written.setComparedTo(write(comparison.other(), comparison.explanation()))
                    .setSameIssue(comparison.sameIssue());
            comparison.firstDifference().ifPresent(part -> written.setFirstDifference(write(part)));
        });
        return written.build();
    }

    private static GroupingExplanation write(
            StoredEvent stored, io.traceops.domain.grouping.GroupingExplanation explanation) {
        GroupingExplanation.Builder written = GroupingExplanation.newBuilder()
                .setEventId(stored.event().id().value())
                .setIssueId(stored.issueId().map(IssueId::hex).orElse(""))
                .setFingerprint(explanation.grouping().fingerprint().hex())
                .setAlgorithmVersion(explanation.grouping().algorithmVersion());
        explanation.parts().forEach(part -> written.addParts(write(part)));
        return written.build();
    }

    private static io.traceops.v1.ExplainedPart write(ExplainedPart part) {
        io.traceops.v1.ExplainedPart.Builder written = io.traceops.v1.ExplainedPart.newBuilder()
                .setPart(write(part.part()))
                .setRaw(part.raw())
                .setCanonical(part.canonical())
                .setDecisionsOmitted(part.decisionsOmitted());
        part.decisions()
                .forEach(decision -> written.addDecisions(GroupingDecision.newBuilder()
                        .setRule(decision.rule())
                        .setFound(decision.found())
                        .setBecame(decision.became())));
        return written.build();
    }

    private static GroupingPart write(io.traceops.domain.grouping.GroupingPart part) {
        return switch (part) {
            case VERSION -> GroupingPart.GROUPING_PART_VERSION;
            case CLIENT -> GroupingPart.GROUPING_PART_CLIENT;
            case MESSAGE -> GroupingPart.GROUPING_PART_MESSAGE;
            case FRAME -> GroupingPart.GROUPING_PART_FRAME;
            case ROUTE -> GroupingPart.GROUPING_PART_ROUTE;
        };
    }
}
