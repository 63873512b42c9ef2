package io.traceops.benchmarks;

import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.query.Answer;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.application.query.Page;
import io.traceops.application.query.TriageIssues;
import io.traceops.domain.event.Micros;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.TriagePolicy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to say which of 100,000 open issues to fix first, in one service or spread over many. Each issue has
 * occurrences before and within the last hour, so that the error rate of none follows from its own span.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RankingBenchmark {
    private static final int ISSUES = 100_000;
    private static final long HOUR_MICROS = 3_600_000_000L;

    @Param({"1", "20"})
    int services;

    private TriageIssues triage = triage(emptyLedger());

    @Setup
    public void fill() {
        MemoryLedger ledger = emptyLedger();
        for (int round = 0; round < 3; round++) {
            List<Entry> entries = new ArrayList<>(ISSUES);
            for (int kind = 0; kind < ISSUES; kind++) {
                long n = (long) round * ISSUES + kind;
                long time = SampleEvents.START_MICROS + round * HOUR_MICROS * 2 / 3 + kind;
                entries.add(SampleEvents.entry(SampleEvents.error("service-" + kind % services, n, ISSUES, time)));
            }
            ledger.appendEach(entries, SampleEvents.START_MICROS);
        }
        triage = triage(ledger);
    }

    @Benchmark
    public Answer<List<Issue>> needsAttention() {
        return triage.needsAttention(Optional.empty(), OptionalInt.empty());
    }

    @Benchmark
    public Answer<Page<Issue>> firstPageByPriority() {
        return triage.list(new IssueQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(IssueSort.PRIORITY),
                OptionalInt.of(100),
                Optional.empty(),
                List.of()));
    }

    private static TriageIssues triage(MemoryLedger ledger) {
        long now = SampleEvents.START_MICROS + HOUR_MICROS * 3 / 2;
        return new TriageIssues(ledger, TriagePolicy.DEFAULT, InstantSource.fixed(Micros.toInstant(now)));
    }

    private static MemoryLedger emptyLedger() {
        return new MemoryLedger(MemoryLimits.DEFAULT, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {});
    }
}
