package io.traceops.benchmarks.load;

import io.traceops.benchmarks.inside.Usage;
import io.traceops.benchmarks.load.Report.Row;
import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Ten times more events than the store may keep: nobody may wait long, and memory may not grow. */
record BoundedMeasure(ServerProcess server, EventMix events, int steps) implements Measure {
    private static final int KEPT = 1_000_000;
    private static final int STREAMS = 4;
    private static final double PAUSE_MILLIS_MAX = 200;
    private static final double GROWTH_MAX = 1.1;

    @Override
    public String path() {
        return "bounded";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        NdjsonLoad load = NdjsonLoad.of(server.httpPort(), STREAMS, events.json());
        Usage before = server.use(new Store.Memory(KEPT, 0));
        List<Double> heaps = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        long offered = 0;
        Histogram waits;
        byte[] post = HttpRequests.posts("/events", events.json().subList(0, 1)).getFirst();
        try (Bystander bystander = new Bystander(server.httpPort(), post)) {
            for (int step = 0; step < steps; step++) {
                Outcome outcome = load.run(Duration.ofMinutes(5), KEPT);
                offered += outcome.events();
                rates.add(outcome.perSecond());
            }
            waits = bystander.end();
        }
        Usage after = server.usage();
        // Heap is looked at apart from the pauses, since looking at it stops the world.
        for (int step = 0; step < 3; step++) {
            heaps.add(server.usageCollected().heapUsedBytes() / 1e6);
            offered += load.run(Duration.ofMinutes(5), KEPT).events();
        }
        report.add(new Row(
                path(),
                "memory",
                Comparing.median(rates),
                Optional.of(waits.getValueAtPercentile(50)),
                Optional.of(waits.getValueAtPercentile(99)),
                Optional.of(waits.getValueAtPercentile(99.9)),
                (after.cpuNanos() - before.cpuNanos()) / 1e3 / (steps * (double) KEPT),
                (after.allocatedBytes() - before.allocatedBytes()) / (steps * (double) KEPT),
                after.residentBytes() >> 20,
                after.longestPauseMillis()));
        double pause = after.longestPauseMillis();
        report.add(new Verdict(path(), "no collection above 200 ms", pause, pause <= PAUSE_MILLIS_MAX));
        double wait = waits.getMaxValue() / 1e3;
        report.add(new Verdict(path(), "nobody waits for more than 200 ms", wait, wait <= PAUSE_MILLIS_MAX));
        double growth = Collections.max(heaps) / Collections.min(heaps);
        String goal = String.format("heap flat after %,d events: grows by 1.10 at most", offered);
        report.add(new Verdict(path(), goal, growth, growth <= GROWTH_MAX));
    }
}
