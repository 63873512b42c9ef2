package io.traceops.adapter.grpc;

import io.traceops.application.watch.IssueTransition;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.v1.Issue;
import io.traceops.v1.PriorityComponent;
import io.traceops.v1.SeverityStep;
import io.traceops.v1.TransitionKind;
import io.traceops.v1.WatchIssuesResponse;
import io.traceops.v1.WatchedTransition;
import java.util.ArrayList;
import java.util.List;

/** Issues and what happens to them, to the wire. */
final class IssueMessages {
    private IssueMessages() {}

    static Issue write(io.traceops.domain.triage.Issue issue) {
        Issue.Builder written = withState(issue.state())
                .setStatus(write(issue.status()))
                .setSeverity(write(issue.severity().level()))
                .setUniqueRoutes(issue.impact().uniqueRoutes().value())
                .setUniqueRoutesEstimated(issue.impact().uniqueRoutes().estimated())
                .setErrorRate(issue.impact().errorRate())
                .setPriorityScore(issue.priority().score())
                .setPriorityReason(issue.priorityReason());
        issue.impact()
                .uniqueUsers()
                .ifPresent(users -> written.setUniqueUsers(users.value()).setUniqueUsersEstimated(users.estimated()));
        issue.suspectedCause().map(EventMessages::write).ifPresent(written::setSuspectedCause);
        issue.resolvedBy()
                .ifPresent(trigger -> written.setResolvedAt(Timestamps.write(trigger.timestampMicros()))
                        .setResolvedBy(EventMessages.write(trigger)));
        issue.relatedEventIds().forEach(id -> written.addRelatedEventIds(id.value()));
        issue.siblings().forEach(id -> written.addSiblings(id.hex()));
        issue.history().reversed().forEach(transition -> written.addTransitions(write(transition)));
        issue.state().grouping().routeIfAny().ifPresent(written::setRoute);
        issue.state().grouping().frameIfAny().ifPresent(written::setFrame);
        addReasons(written, issue);
        return written.build();
    }

    static List<Issue> write(List<io.traceops.domain.triage.Issue> issues) {
        List<Issue> written = new ArrayList<>(issues.size());
        for (io.traceops.domain.triage.Issue issue : issues) {
            written.add(write(issue));
        }
        return written;
    }

    /** A message that only says where to resume. */
    static WatchIssuesResponse watched(String token) {
        return WatchIssuesResponse.newBuilder().setResumeToken(token).build();
    }

    static WatchIssuesResponse watched(IssueTransition happened) {
        IssueState state = happened.state();
        return WatchIssuesResponse.newBuilder()
                .setResumeToken(happened.token())
                .setTransition(WatchedTransition.newBuilder()
                        .setTransition(write(happened.transition()))
                        .setRetracted(happened.retracted())
                        .setIssueId(state.id().hex())
                        .setServiceName(state.service().value())
                        .setFingerprint(state.grouping().fingerprint().hex())
                        .setTitle(state.title())
                        .setCount(state.count())
                        .setRegressionCount(state.regressionCount())
                        .setFirstSeen(Timestamps.write(state.first().timestampMicros()))
                        .setLastSeen(Timestamps.write(state.last().timestampMicros())))
                .build();
    }

    private static Issue.Builder withState(IssueState state) {
        return Issue.newBuilder()
                .setId(state.id().hex())
                .setServiceName(state.service().value())
                .setFingerprint(state.grouping().fingerprint().hex())
                .setTitle(state.title())
                .setCount(state.count())
                .setFirstSeen(Timestamps.write(state.first().timestampMicros()))
                .setLastSeen(Timestamps.write(state.last().timestampMicros()))
                .setRegressionCount(state.regressionCount());
    }

    private static void addReasons(Issue.Builder written, io.traceops.domain.triage.Issue issue) {
        issue.severity()
                .steps()
                .forEach(step -> written.addSeveritySteps(SeverityStep.newBuilder()
                        .setRule(step.rule())
                        .setSeverity(write(step.level()))
                        .setReason(step.reason())));
        issue.priority()
                .components()
                .forEach(component -> written.addPriorityComponents(PriorityComponent.newBuilder()
                        .setName(component.name())
                        .setPoints(component.points().doubleValue())
                        .setReason(component.reason())));
    }

    private static io.traceops.v1.IssueTransition write(Transition transition) {
        return io.traceops.v1.IssueTransition.newBuilder()
                .setKind(kind(transition))
                .setTimestamp(Timestamps.write(transition.atMicros()))
                .setEventId(transition.cause().id().value())
                .setEffectiveTime(Timestamps.write(transition.effectiveMicros()))
                .build();
    }

    private static TransitionKind kind(Transition transition) {
        return switch (transition.kind()) {
            case OPENED -> TransitionKind.TRANSITION_KIND_OPENED;
            case RESOLVED -> TransitionKind.TRANSITION_KIND_RESOLVED;
            case REGRESSED -> TransitionKind.TRANSITION_KIND_REGRESSED;
        };
    }

    private static io.traceops.v1.IssueStatus write(IssueStatus status) {
        return switch (status) {
            case OPEN -> io.traceops.v1.IssueStatus.ISSUE_STATUS_OPEN;
            case RESOLVED -> io.traceops.v1.IssueStatus.ISSUE_STATUS_RESOLVED;
        };
    }

    private static io.traceops.v1.Severity write(Severity severity) {
        return switch (severity) {
            case LOW -> io.traceops.v1.Severity.SEVERITY_LOW;
            case MEDIUM -> io.traceops.v1.Severity.SEVERITY_MEDIUM;
            case HIGH -> io.traceops.v1.Severity.SEVERITY_HIGH;
            case CRITICAL -> io.traceops.v1.Severity.SEVERITY_CRITICAL;
        };
    }
}
