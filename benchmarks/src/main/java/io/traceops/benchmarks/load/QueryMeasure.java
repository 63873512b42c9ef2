package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traceops.benchmarks.SampleEvents;
import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** How long questions take over 100,000 open issues while events come in as fast as the server takes them. */
record QueryMeasure(ServerProcess server, EventMix events, Duration time) implements Measure {
    private static final int ISSUES = 100_000;
    private static final int STREAMS = 2;
    private static final double MILLIS_MAX = 20;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String path() {
        return "queries";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        NdjsonLoad issues = NdjsonLoad.of(
                server.httpPort(),
                1,
                IntStream.range(0, ISSUES)
                        .mapToObj(kind -> EventMix.errorOfKind("service-" + kind % SampleEvents.SERVICES, kind))
                        .toList());
        fill(issues);
        String issue = JSON.readTree(server.get("/issues?limit=1"))
                .path("issues")
                .path(0)
                .path("id")
                .asText();
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("timeline page", "/events/timeline/service-1?limit=100");
        questions.put("page of issues", "/issues?limit=100");
        questions.put("page of issues by count", "/issues?limit=100&sort=count");
        questions.put("page of resolved issues, none", "/issues?limit=100&status=resolved");
        questions.put("page of issues with a text, none", "/issues?limit=100&query=nowhere");
        questions.put("issue", "/issues/" + issue);
        questions.put("needs attention", "/issues/needs-attention");
        for (Map.Entry<String, String> question : questions.entrySet()) {
            // Else the later questions would be asked of a store that the earlier ones have filled.
            fill(issues);
            ask(question.getValue());
            Histogram latencies = ask(question.getValue());
            double p99 = latencies.getValueAtPercentile(99) / 1e3;
            report.add(new Verdict(
                    path(), question.getKey() + " under full ingest, p99 below 20 ms", p99, p99 < MILLIS_MAX));
        }
    }

    private void fill(NdjsonLoad issues) throws IOException, InterruptedException {
        server.use(Store.EMPTY);
        issues.run(Duration.ofMinutes(5), ISSUES);
    }

    private Histogram ask(String question) throws IOException, InterruptedException {
        NdjsonLoad ingest = NdjsonLoad.of(server.httpPort(), STREAMS, events.json());
        HttpLoad asking = new HttpLoad(server.httpPort(), 1, List.of(HttpRequests.get(question)), 1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Outcome> running = thread.submit(() -> ingest.run(time.plusSeconds(1)));
            Histogram latencies = asking.run(time).latencies();
            running.get();
            return latencies;
        } catch (ExecutionException e) {
            throw new IOException("the events failed", e);
        }
    }
}
