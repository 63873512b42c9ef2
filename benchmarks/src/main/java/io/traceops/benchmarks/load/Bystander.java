package io.traceops.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** A client that sends single requests one after the other while something else goes on, and notes how long each takes. */
final class Bystander implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Histogram> latencies;
    private volatile boolean ended;

    Bystander(int port, byte[] request) {
        HttpLoad load = new HttpLoad(port, 1, List.of(request), 1);
        latencies = thread.submit(() -> {
            Histogram all = Outcome.noLatencies();
            while (!ended) {
                all.add(load.run(Duration.ofMillis(20)).latencies());
                Thread.sleep(5);
            }
            return all;
        });
    }

    /** Ends it, and gives the latencies in microseconds. */
    Histogram end() throws IOException, InterruptedException {
        ended = true;
        try {
            return latencies.get();
        } catch (ExecutionException e) {
            throw new IOException("the bystander failed", e);
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.close();
    }
}
