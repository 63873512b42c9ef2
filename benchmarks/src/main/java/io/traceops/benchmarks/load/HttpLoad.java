package io.traceops.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Many connections, each of which sends a request, waits for the answer and sends the next one. One thread serves them all,
 * so that the load takes little of the processors that the server needs.
 *
 * @param requests whole requests, sent in turn
 * @param eventsPerRequest how many events each request has
 */
record HttpLoad(int port, int connections, List<byte[]> requests, int eventsPerRequest) implements Load {
    private static final long ANSWER_SECONDS_MAX = 60;

    @Override
    public Outcome run(Duration time) throws IOException {
        Histogram latencies = Outcome.noLatencies();
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + time.toNanos();
        long answered = 0;
        try (Selector selector = Selector.open()) {
            open(selector);
            int open = connections;
            while (open > 0) {
                if (selector.select(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS_MAX)) == 0) {
                    throw new IllegalStateException("no answer within " + ANSWER_SECONDS_MAX + " s");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    HttpExchange exchange = (HttpExchange) key.attachment();
                    if (!exchange.advance()) {
                        continue;
                    }
                    long nowNanos = System.nanoTime();
                    latencies.recordValue((nowNanos - exchange.sentNanos()) / 1_000);
                    answered++;
                    if (nowNanos < deadlineNanos) {
                        exchange.send(request(answered));
                    } else {
                        exchange.close();
                        open--;
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return new Outcome(answered * eventsPerRequest, System.nanoTime() - startNanos, latencies);
    }

    private void open(Selector selector) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < connections; i++) {
            HttpExchange exchange = HttpExchange.open(address, selector);
            exchange.send(request((long) i * requests.size() / connections));
        }
    }

    private byte[] request(long n) {
        return requests.get((int) (n % requests.size()));
    }
}
