package io.traceops.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was measured, in the order of measuring. Not thread-safe. */
final class Report {
    private final Map<String, String> circumstances;
    private final List<Row> rows = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    /** @param circumstances what must be known to repeat it, such as the commit */
    Report(Map<String, String> circumstances) {
        this.circumstances = circumstances;
    }

    /**
     * One contender on one path.
     *
     * @param perSecond events or requests, the median of the rounds
     * @param p50Micros latencies over all rounds; absent where the path has none
     * @param cpuMicros processor time of the server for one event
     * @param allocatedBytes what the server allocated for one event
     * @param residentMegabytes memory of the server's process at the end
     * @param longestPauseMillis the longest collection that stopped the world
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Row(
            String path,
            String contender,
            double perSecond,
            Optional<Long> p50Micros,
            Optional<Long> p99Micros,
            Optional<Long> p999Micros,
            double cpuMicros,
            double allocatedBytes,
            long residentMegabytes,
            long longestPauseMillis) {}

    /** What was to be reached, and what was. */
    record Verdict(String path, String goal, double measured, boolean reached) {}

    void add(Row row) {
        rows.add(row);
    }

    void add(Verdict verdict) {
        verdicts.add(verdict);
    }

    Map<String, String> circumstances() {
        return circumstances;
    }

    List<Row> rows() {
        return rows;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }
}
