package io.traceops.benchmarks.load;

import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.time.Duration;

/** How much heap a stored event takes, indexes and all. */
record HeapMeasure(ServerProcess server, EventMix events) implements Measure {
    private static final int EVENTS = 1_000_000;
    private static final int STREAMS = 4;
    private static final double BYTES_MAX = 450;

    @Override
    public String path() {
        return "heap";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        NdjsonLoad load = NdjsonLoad.of(server.httpPort(), STREAMS, events.json());
        // Once before, for what the server keeps for itself from its first events on.
        server.use(Store.EMPTY);
        load.run(Duration.ofMinutes(1), EVENTS / 10);
        server.use(Store.EMPTY);
        long before = server.usageCollected().heapUsedBytes();
        Outcome outcome = load.run(Duration.ofMinutes(5), EVENTS);
        long after = server.usageCollected().heapUsedBytes();
        double perEvent = (double) (after - before) / outcome.events();
        String goal = "at most 450 B of heap for an event of " + events.meanBytes() + " B of JSON";
        report.add(new Verdict(path(), goal, perEvent, perEvent <= BYTES_MAX));
    }
}
