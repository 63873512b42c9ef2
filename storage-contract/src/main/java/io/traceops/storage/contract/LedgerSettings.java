package io.traceops.storage.contract;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import io.traceops.domain.release.DetectionPolicy;
import java.time.Duration;

/**
 * How the contract wants a ledger to be set up.
 *
 * @param eventsMax the most stored events
 * @param issuesMax the most issues
 * @param servicesMax the most services
 * @param exactUsersMax the most distinct users and routes that are counted exactly
 * @param policy the policies of the fold
 */
public record LedgerSettings(int eventsMax, int issuesMax, int servicesMax, int exactUsersMax, FoldPolicy policy) {
    /** Room for everything that a test stores. */
    public static final LedgerSettings ROOMY = new LedgerSettings(100_000, 100_000, 100, 10_000, FoldPolicy.DEFAULT);

    public LedgerSettings withEventsMax(int max) {
        return new LedgerSettings(max, issuesMax, servicesMax, exactUsersMax, policy);
    }

    public LedgerSettings withIssuesMax(int max) {
        return new LedgerSettings(eventsMax, max, servicesMax, exactUsersMax, policy);
    }

    public LedgerSettings withServicesMax(int max) {
        return new LedgerSettings(eventsMax, issuesMax, max, exactUsersMax, policy);
    }

    public LedgerSettings withExactUsersMax(int max) {
        return new LedgerSettings(eventsMax, issuesMax, servicesMax, max, policy);
    }

    public LedgerSettings withVerification(Duration verification) {
        return with(new LifecyclePolicy(verification), policy.correlation(), policy.detection());
    }

    public LedgerSettings withCorrelationWindow(Duration window) {
        return with(policy.lifecycle(), new CorrelationPolicy(window), policy.detection());
    }

    public LedgerSettings withDetection(DetectionPolicy detection) {
        return with(policy.lifecycle(), policy.correlation(), detection);
    }

    private LedgerSettings with(LifecyclePolicy lifecycle, CorrelationPolicy correlation, DetectionPolicy detection) {
        FoldPolicy changed = new FoldPolicy(lifecycle, correlation, SeverityPolicy.DEFAULT, detection);
        return new LedgerSettings(eventsMax, issuesMax, servicesMax, exactUsersMax, changed);
    }
}
