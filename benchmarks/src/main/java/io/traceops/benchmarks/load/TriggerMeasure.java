package io.traceops.benchmarks.load;

import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** A deploy of a service that has 10,000 open issues: it resolves them all, and nobody may have to wait for that. */
record TriggerMeasure(ServerProcess server, int rounds) implements Measure {
    private static final int ISSUES = 10_000;

    /** Java has to compile what a deploy does first. */
    private static final int WARM_UP_ROUNDS = 20;

    private static final double MILLIS_MAX = 20;

    @Override
    public String path() {
        return "trigger";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        server.use(Store.EMPTY);
        NdjsonLoad errors = NdjsonLoad.of(
                server.httpPort(),
                1,
                IntStream.range(0, ISSUES)
                        .mapToObj(kind -> EventMix.errorOfKind("checkout", kind))
                        .toList());
        byte[] deploy = HttpRequests.posts(
                        "/events",
                        List.of(bytes("{\"eventType\":\"DEPLOY\",\"serviceName\":\"checkout\",\"message\":\"\"}")))
                .getFirst();
        HttpLoad deploys = new HttpLoad(server.httpPort(), 1, List.of(deploy), 1);
        Histogram triggers = Outcome.noLatencies();
        Histogram others;
        byte[] other = HttpRequests.posts("/events", List.of(EventMix.errorOfKind("other", 1)))
                .getFirst();
        try (Bystander bystander = new Bystander(server.httpPort(), other)) {
            for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
                errors.run(Duration.ofMinutes(1), ISSUES);
                // One deploy each time: the load ends when it is answered.
                Histogram latency = deploys.run(Duration.ZERO).latencies();
                if (round >= WARM_UP_ROUNDS) {
                    triggers.add(latency);
                }
            }
            others = bystander.end();
        }
        add(report, "a deploy with 10,000 open issues, half of them, below 20 ms", triggers.getValueAtPercentile(50));
        add(report, "a deploy with 10,000 open issues, slowest, below 20 ms", triggers.getMaxValue());
        add(report, "another service meanwhile, p99, below 20 ms", others.getValueAtPercentile(99));
    }

    private void add(Report report, String goal, long micros) {
        report.add(new Verdict(path(), goal, micros / 1e3, micros / 1e3 < MILLIS_MAX));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
