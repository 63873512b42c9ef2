package io.traceops.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * The same as {@link HttpLoad} by wrk, which takes less of the processors than any client in Java.
 *
 * @param script what it runs
 * @param bodies the bodies to send, one a line
 */
record WrkLoad(int port, String path, int connections, Path script, Path bodies) implements Load {
    private static final String RESULT = "RESULT ";

    /** Whether wrk is installed. */
    static boolean isInstalled() {
        try {
            Process process =
                    new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** @param folder where the script and the bodies are put */
    static WrkLoad of(int port, String path, int connections, Path folder, List<byte[]> events) throws IOException {
        Path script = folder.resolve("post.lua");
        try (InputStream from = Objects.requireNonNull(WrkLoad.class.getResourceAsStream("post.lua"))) {
            Files.write(script, from.readAllBytes());
        }
        Path bodies = folder.resolve("bodies.ndjson");
        Files.write(
                bodies,
                events.stream()
                        .map(event -> new String(event, StandardCharsets.UTF_8))
                        .toList());
        return new WrkLoad(port, path, connections, script, bodies);
    }

    @Override
    public Outcome run(Duration time) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + Math.max(1, time.toSeconds()) + "s",
                        "-s" + script,
                        "http://127.0.0.1:" + port + path,
                        "--",
                        bodies.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !output.contains(RESULT)) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return read(output.substring(output.indexOf(RESULT) + RESULT.length()).strip());
    }

    /** Reads requests, microseconds, errors, and how often each latency was met. */
    private static Outcome read(String result) {
        String[] words = result.split(" ", -1);
        if (Long.parseLong(words[2]) > 0) {
            throw new IllegalStateException(words[2] + " requests of wrk failed");
        }
        Histogram latencies = Outcome.noLatencies();
        for (int i = 3; i < words.length; i++) {
            String[] pair = words[i].split(":", 2);
            latencies.recordValueWithCount(Long.parseLong(pair[0]), Long.parseLong(pair[1]));
        }
        return new Outcome(Long.parseLong(words[0]), Long.parseLong(words[1]) * 1_000, latencies);
    }
}
