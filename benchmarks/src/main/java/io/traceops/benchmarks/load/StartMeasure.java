package io.traceops.benchmarks.load;

import io.traceops.benchmarks.inside.ResidentMemory;
import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long it takes from the launcher's command to the first answer, and what the idle server takes of memory, all doors open. */
record StartMeasure(Path launcher, int rounds) implements Measure {
    private static final Duration START_MAX = Duration.ofMinutes(5);
    private static final long IDLE_SECONDS = 5;
    private static final double SECONDS_MAX = 0.8;
    private static final double MEGABYTES_MAX = 150;
    private static final byte[] QUESTION =
            "GET /health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String path() {
        return "start";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        // The first start may build the program and its cache.
        start(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            start(seconds, megabytes);
        }
        double second = Comparing.median(seconds);
        report.add(new Verdict(path(), "first answer within 0.8 s", second, second < SECONDS_MAX));
        double megabyte = Comparing.median(megabytes);
        report.add(new Verdict(path(), "resident when idle, MB, below 150", megabyte, megabyte < MEGABYTES_MAX));
    }

    private void start(List<Double> seconds, List<Double> megabytes) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path log = Files.createTempFile("traceops-start", ".log");
        long startNanos = System.nanoTime();
        Process process = new ProcessBuilder(
                        launcher.toString(),
                        "serve",
                        "--http-port",
                        Integer.toString(port),
                        "--grpc-port",
                        "0",
                        "--otlp-grpc-port",
                        "0",
                        "--otlp-http-port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() - startNanos > START_MAX.toNanos()) {
                    throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
            seconds.add((System.nanoTime() - startNanos) / 1e9);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            megabytes.add(ResidentMemory.bytes(process.pid()) / (double) (1 << 20));
        } finally {
            process.destroy();
            process.waitFor();
            Files.delete(log);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(QUESTION);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException _) {
            return false;
        }
    }
}
