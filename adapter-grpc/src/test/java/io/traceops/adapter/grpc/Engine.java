package io.traceops.adapter.grpc;

import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.application.watch.TransitionFeed;
import io.traceops.application.watch.WatchPolicy;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.triage.TriagePolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** All that is behind the door, as the program wires it, on a clock that stands still and over a ledger with a gate. */
final class Engine {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final int BATCH_MAX = 500;

    final GatedLedger ledger;
    final TransitionFeed feed;
    final Admission admission;
    final GrpcUseCases useCases;

    private Engine(MemoryLimits limits, WatchPolicy watchPolicy, int inFlightMax, String feedId) {
        InstantSource clock = InstantSource.fixed(NOW);
        AtomicLong ids = new AtomicLong();
        Fingerprinter fingerprinter = new Fingerprinter(GroupingPolicy.DEFAULT);
        feed = new TransitionFeed(watchPolicy, clock, feedId);
        ledger = new GatedLedger(new MemoryLedger(limits, FoldPolicy.DEFAULT, new HllDistinctSketches(), feed));
        admission = new Admission(inFlightMax, inFlightMax);
        useCases = new GrpcUseCases(
                new CaptureEvents(
                        ledger,
                        fingerprinter,
                        () -> new EventId("made-" + ids.incrementAndGet()),
                        clock,
                        (_, _) -> {},
                        BATCH_MAX),
                new BrowseEvents(ledger),
                new ViewTimeline(ledger, CorrelationPolicy.DEFAULT),
                new ExplainGrouping(ledger, fingerprinter),
                new TriageIssues(ledger, TriagePolicy.DEFAULT, clock),
                new ListServices(ledger, TriagePolicy.DEFAULT, clock),
                feed,
                admission);
    }

    static Engine usual() {
        return new Engine(MemoryLimits.DEFAULT, WatchPolicy.DEFAULT, 64, "feed");
    }

    static Engine limited(MemoryLimits limits) {
        return new Engine(limits, WatchPolicy.DEFAULT, 64, "feed");
    }

    static Engine watched(WatchPolicy policy, String feedId) {
        return new Engine(MemoryLimits.DEFAULT, policy, 64, feedId);
    }

    static Engine admitting(int inFlightMax) {
        return new Engine(MemoryLimits.DEFAULT, WatchPolicy.DEFAULT, inFlightMax, "feed");
    }
}
