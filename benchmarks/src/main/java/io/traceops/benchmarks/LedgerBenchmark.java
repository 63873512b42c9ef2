package io.traceops.benchmarks;

import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.port.Receipt;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to fold one event and to store it, grouping excluded: an error in order (the fast path), an error between
 * others (the late path), and a trigger that resolves nothing new. The stored events differ, so that a cost that grows
 * with them shows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerBenchmark {
    private static final String SERVICE = "checkout";
    private static final long KINDS = 2_000;
    private static final long STEP_MICROS = 1_000;

    @Param({"1000", "100000", "1000000"})
    int stored;

    private MemoryLedger ledger = emptyLedger();
    private long next;

    @Setup(Level.Iteration)
    public void fill() {
        ledger = emptyLedger();
        for (next = 0; next < stored; next++) {
            append(SampleEvents.entry(SampleEvents.error(SERVICE, next, KINDS, timeOf(next))));
        }
    }

    @Benchmark
    public Receipt errorInOrder() {
        next++;
        return append(SampleEvents.entry(SampleEvents.error(SERVICE, next, KINDS, timeOf(next))));
    }

    @Benchmark
    public Receipt errorLate() {
        next++;
        long between = timeOf(next * 7_919 % stored) + 1;
        return append(SampleEvents.entry(SampleEvents.error(SERVICE, next, KINDS, between)));
    }

    @Benchmark
    public Receipt triggerInOrder() {
        next++;
        return append(SampleEvents.deploy(SERVICE, next, timeOf(next)));
    }

    /** What making the entry costs by itself, to be taken off the others. */
    @Benchmark
    public Entry entryAlone() {
        next++;
        return SampleEvents.entry(SampleEvents.error(SERVICE, next, KINDS, timeOf(next)));
    }

    private Receipt append(Entry entry) {
        return ledger.appendEach(List.of(entry), entry.event().timestampMicros())
                .getFirst();
    }

    private static long timeOf(long n) {
        return SampleEvents.START_MICROS + n * STEP_MICROS;
    }

    private static MemoryLedger emptyLedger() {
        MemoryLimits limits = new MemoryLimits(20_000_000, 250_000, 10_000, 10_000);
        return new MemoryLedger(limits, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {});
    }
}
