package io.traceops.domain.triage;

import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.ErrorRate;
import io.traceops.domain.impact.Impact;
import io.traceops.domain.impact.Priority;
import io.traceops.domain.impact.ScoreBound;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.impact.SeverityAssessment;
import io.traceops.domain.lifecycle.Episode;
import io.traceops.domain.lifecycle.IssueLine;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Lifecycle;
import io.traceops.domain.lifecycle.Transition;
import java.util.List;
import java.util.Optional;

/**
 * Assesses the issues of one service at one instant.
 *
 * <p>Ranking must cope with a hundred thousand issues, so it reads as little as it can: whether an issue is open follows
 * from one trigger that is looked up once for all of them; how high its score can be at most follows from its line in an
 * {@link IssueRoster}; and the occurrences of the last hour are counted only for an issue whose highest score would give
 * it a place, and only where its own first and last occurrence do not give the number away.
 */
public final class Triage {
    private final TriagePolicy policy;
    private final long nowMicros;
    private final TriggerLog triggers;
    private final long verifiedMicros;
    private final long latestVerifiedTriggerMicros;
    private final ScoreBound bound;

    /** @param nowMicros the instant that is asked about, in microseconds */
    public Triage(TriagePolicy policy, long nowMicros, TriggerLog triggers) {
        this.policy = policy;
        this.nowMicros = nowMicros;
        this.triggers = triggers;
        this.bound = new ScoreBound(policy.severity(), policy.priority(), nowMicros);
        this.verifiedMicros = nowMicros - policy.lifecycle().verificationMicros();
        this.latestVerifiedTriggerMicros = verifiedMicros < 0
                ? -1
                : triggers.lastBefore(Moment.startOf(verifiedMicros + 1))
                        .map(TriggerRef::timestampMicros)
                        .orElse(-1L);
    }

    /** An issue that was last seen before this time, in microseconds, is resolved. */
    public long openAfterMicros() {
        return latestVerifiedTriggerMicros + 1;
    }

    /** Whether an issue is resolved whatever else is known of it, by when it was last seen. */
    public boolean isResolvedIfLastSeen(long lastMicros) {
        return lastMicros <= latestVerifiedTriggerMicros;
    }

    public IssueStatus status(IssueState state) {
        boolean resolved = isResolvedIfLastSeen(state.last().timestampMicros()) || isSettledResolved(state);
        return resolved ? IssueStatus.RESOLVED : IssueStatus.OPEN;
    }

    private boolean isSettledResolved(IssueState state) {
        return state.settled()
                .resolver()
                .filter(resolver -> resolver.timestampMicros() <= verifiedMicros)
                .flatMap(_ -> state.settled().last())
                .filter(state.last()::equals)
                .isPresent();
    }

    public Rank rank(IssueReading issue) {
        return rank(issue, errorRate(issue));
    }

    /**
     * A score that the issue in a slot does not exceed, at a fraction of the cost of its score: that never falls as the
     * rate rises, and the columns say how high the rate can be.
     *
     * @param least the lowest score that matters: below it, the bound may be rougher than the columns allow
     */
    public int scoreAtMost(IssueRoster roster, int slot, int least) {
        long lastMicros = roster.lastMicros(slot);
        ScoreBound.Facts facts = new ScoreBound.Facts(
                roster.firstMicros(slot),
                lastMicros,
                roster.count(slot),
                roster.regressionCount(slot),
                roster.titleSeverity(slot),
                roster.isOnSeveralRoutes(slot));
        return bound.scoreAtMost(facts, isResolvedIfLastSeen(lastMicros), least);
    }

    /** The severity of an issue, as {@link #assess} explains it. */
    public Severity severity(IssueReading issue) {
        return severity(issue, errorRate(issue));
    }

    /** Everything about an issue but its history. */
    public Issue assess(IssueReading issue) {
        return assess(issue, 0);
    }

    /** Everything about an issue, with its newest transitions. */
    public Issue assessWithHistory(IssueReading issue) {
        return assess(issue, Issue.HISTORY_MAX);
    }

    private Issue assess(IssueReading issue, int historyMax) {
        IssueState state = issue.state();
        Lifecycle lifecycle =
                new Lifecycle(state, new IssueLine(state.settled(), issue.occurrences(), triggers, policy.lifecycle()));
        double errorRate = errorRate(issue);
        DistinctCount routes = issue.familyRoutes();
        Impact impact = new Impact(state.count(), routes, issue.uniqueUsers(), errorRate);
        SeverityAssessment severity = SeverityAssessment.explain(
                state.title(), state.count(), errorRate, state.regressionCount(), routes.value(), policy.severity());
        Priority priority = Priority.explain(inputs(state, severity.level(), errorRate), nowMicros, policy.priority());
        Optional<TriggerRef> resolvedBy = lifecycle.resolution(nowMicros);
        Optional<Episode> episode = lifecycle.episode(policy.correlation());
        List<Transition> history = historyMax == 0 ? List.of() : lifecycle.history(nowMicros, historyMax);
        String reason = PriorityReason.of(state, impact, severity.level(), priority, lifecycle, resolvedBy, nowMicros);
        return new Issue(
                state,
                status(state),
                impact,
                severity,
                priority,
                reason,
                episode.flatMap(Episode::suspectedCause),
                resolvedBy,
                issue.newestEvents(Issue.RELATED_EVENTS_MAX),
                issue.siblings(Issue.SIBLINGS_MAX),
                history);
    }

    private Rank rank(IssueReading issue, double errorRate) {
        IssueState state = issue.state();
        int score = Priority.score(inputs(state, severity(issue, errorRate), errorRate), nowMicros, policy.priority());
        return new Rank(score, state.last().timestampMicros(), state.id());
    }

    private Severity severity(IssueReading issue, double errorRate) {
        IssueState state = issue.state();
        return SeverityAssessment.level(
                state.titleSeverity(),
                state.count(),
                errorRate,
                state.regressionCount(),
                issue.familyRoutes().value(),
                policy.severity());
    }

    private Priority.Inputs inputs(IssueState state, Severity severity, double errorRate) {
        return new Priority.Inputs(
                severity,
                errorRate,
                state.regressionCount(),
                state.first().timestampMicros(),
                status(state) == IssueStatus.RESOLVED);
    }

    private boolean isAllWithin(IssueState state, long fromExclusiveMicros) {
        return state.first().timestampMicros() > fromExclusiveMicros
                && state.last().timestampMicros() <= nowMicros;
    }

    private double errorRate(IssueReading issue) {
        IssueState state = issue.state();
        long from = nowMicros - ErrorRate.WINDOW_MICROS;
        if (state.last().timestampMicros() <= from) {
            return 0;
        }
        if (isAllWithin(state, from)) {
            return ErrorRate.perMinute(state.count(), state.first().timestampMicros(), nowMicros);
        }
        long errors = issue.countBetween(from, nowMicros);
        long firstMicros = errors == 0
                ? nowMicros
                : issue.occurrences()
                        .firstFrom(Moment.startOf(Math.max(0, from + 1)))
                        .orElseThrow()
                        .timestampMicros();
        return ErrorRate.perMinute(errors, firstMicros, nowMicros);
    }
}
