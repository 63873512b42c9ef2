package io.traceops.domain.grouping;

import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;

/**
 * A grouping together with how it came about.
 *
 * @param parts in the order of {@link GroupingPart}: the client's fingerprint if there is one, then message, frame and
 *     route, which are given even where the client replaced them
 */
public record GroupingExplanation(Grouping grouping, List<ExplainedPart> parts) {
    public GroupingExplanation {
        parts = List.copyOf(parts);
    }

    /**
     * One part, from what arrived to what counted.
     *
     * @param raw the text that the event carried; empty if it carried none. Of the client's fingerprint, one part a
     *     line
     * @param canonical the text that entered the grouping
     * @param decisions the steps from one to the other, in the order in which they were taken
     * @param decisionsOmitted how many steps were taken beyond those listed, 0 or more
     */
    public record ExplainedPart(
            GroupingPart part, String raw, String canonical, List<Decision> decisions, int decisionsOmitted) {
        public ExplainedPart {
            decisions = List.copyOf(decisions);
        }

        static ExplainedPart of(GroupingPart part, String raw, String canonical, DecisionLog log) {
            return new ExplainedPart(part, raw, canonical, log.decisions(), log.omitted());
        }

        static ExplainedPart of(List<String> clientParts) {
            String lines = String.join("\n", clientParts);
            return new ExplainedPart(GroupingPart.CLIENT, lines, lines, List.of(), 0);
        }
    }
}
