package io.traceops.adapter.memory;

import io.traceops.application.port.TransitionListener;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.ServiceFold;
import io.traceops.domain.impact.DistinctCounter;
import io.traceops.domain.impact.DistinctSketch;
import io.traceops.domain.lifecycle.IssueId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the services of one ledger share: the rules, the limits, and the indexes that reach across services. Every part is
 * thread-safe.
 *
 * @param issueServices the service of each issue
 */
record LedgerCore(
        MemoryLimits limits,
        FoldPolicy policy,
        ServiceFold fold,
        DistinctSketch.Factory sketches,
        TransitionListener listener,
        Segments segments,
        IdTable ids,
        ConcurrentMap<IssueId, ServiceName> issueServices,
        ServiceNumbers numbers,
        ReleaseRoom releaseRoom,
        Tally tally,
        BoundNotices notices) {
    static LedgerCore of(
            MemoryLimits limits, FoldPolicy policy, DistinctSketch.Factory sketches, TransitionListener listener) {
        Segments segments = new Segments();
        return new LedgerCore(
                limits,
                policy,
                new ServiceFold(policy),
                sketches,
                new GuardedListener(listener),
                segments,
                new IdTable(IdHash.random(), segments),
                new ConcurrentHashMap<>(),
                new ServiceNumbers(limits.servicesMax()),
                new ReleaseRoom(MemoryLimits.RELEASES_MAX),
                new Tally(),
                new BoundNotices());
    }

    DistinctCounter newCounter() {
        return new DistinctCounter(limits.exactUsersMax(), sketches);
    }
}
