package io.traceops.benchmarks.load;

import io.traceops.benchmarks.inside.Usage;
import io.traceops.benchmarks.load.Comparison.Contender;
import io.traceops.benchmarks.load.Comparison.Goal;
import io.traceops.benchmarks.load.Report.Row;
import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Measures contenders in rounds. In each round every contender has its turn, so that what the machine does beside the
 * measure hits all of them; and ratios are taken within rounds.
 *
 * @param warmUpRoundsMax the most rounds that do not count
 * @param rounds 1 or more
 * @param time how long a turn lasts
 */
record Comparing(ServerProcess server, int warmUpRoundsMax, int rounds, Duration time) {
    /** Below this, the rate of a round is no better than the best before it. */
    private static final double WARMER = 1.05;

    /** What one contender did in all its turns. */
    private static final class Turns {
        private final List<Double> rates = new ArrayList<>();
        private final Histogram latencies = Outcome.noLatencies();
        private long events;
        private long cpuNanos;
        private long allocatedBytes;
        private long longestPauseMillis;
        private long residentBytes;

        void add(Outcome outcome, Usage before, Usage after) {
            rates.add(outcome.perSecond());
            latencies.add(outcome.latencies());
            events += outcome.events();
            cpuNanos += after.cpuNanos() - before.cpuNanos();
            allocatedBytes += after.allocatedBytes() - before.allocatedBytes();
            longestPauseMillis = Math.max(longestPauseMillis, after.longestPauseMillis());
            residentBytes = after.residentBytes();
        }

        Row row(String path, String contender) {
            return new Row(
                    path,
                    contender,
                    median(rates),
                    latency(50),
                    latency(99),
                    latency(99.9),
                    cpuNanos / 1e3 / events,
                    (double) allocatedBytes / events,
                    residentBytes >> 20,
                    longestPauseMillis);
        }

        private Optional<Long> latency(double percentile) {
            return latencies.getTotalCount() == 0
                    ? Optional.empty()
                    : Optional.of(latencies.getValueAtPercentile(percentile));
        }
    }

    /** Measures all contenders and adds what they did to the report. */
    void run(Comparison comparison, Report report) throws IOException, InterruptedException {
        Map<String, Turns> turns = new LinkedHashMap<>();
        comparison.contenders().forEach(contender -> turns.put(contender.name(), new Turns()));
        warmUp(comparison.contenders());
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : comparison.contenders()) {
                server.use(contender.store());
                Usage before = server.usage();
                Outcome outcome = contender.load().run(time);
                of(turns, contender.name()).add(outcome, before, server.usage());
            }
        }
        turns.forEach((name, did) -> report.add(did.row(comparison.path(), name)));
        List<Double> subject = of(turns, comparison.contenders().getFirst().name()).rates;
        for (Goal goal : comparison.goals()) {
            report.add(
                    switch (goal) {
                        case Goal.Rate rate -> verdict(comparison.path(), rate, median(subject));
                        case Goal.Ratio ratio ->
                            verdict(comparison.path(), ratio, medianRatio(subject, of(turns, ratio.to()).rates));
                    });
        }
    }

    /** Until Java has compiled a path, it is several times slower: goes on while any contender still becomes faster. */
    private void warmUp(List<Contender> contenders) throws IOException, InterruptedException {
        Map<String, Double> best = new HashMap<>();
        boolean warmer = true;
        for (int round = 0; round < warmUpRoundsMax && warmer; round++) {
            warmer = false;
            for (Contender contender : contenders) {
                server.use(contender.store());
                double rate = contender.load().run(time).perSecond();
                double before = best.getOrDefault(contender.name(), 0.0);
                warmer |= rate > before * WARMER;
                best.put(contender.name(), Math.max(rate, before));
            }
        }
    }

    private static Turns of(Map<String, Turns> turns, String contender) {
        return Objects.requireNonNull(turns.get(contender), contender);
    }

    private static Verdict verdict(String path, Goal.Rate goal, double measured) {
        String text = String.format(Locale.ROOT, "at least %,.0f events/s", goal.perSecond());
        return new Verdict(path, text, measured, measured >= goal.perSecond());
    }

    private static Verdict verdict(String path, Goal.Ratio goal, double measured) {
        String text = String.format(Locale.ROOT, "at least %.2f of %s", goal.atLeast(), goal.to());
        return new Verdict(path, text, measured, measured >= goal.atLeast());
    }

    private static double medianRatio(List<Double> ours, List<Double> theirs) {
        return median(IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / theirs.get(round))
                .toList());
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
