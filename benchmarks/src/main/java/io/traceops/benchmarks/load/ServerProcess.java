package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traceops.benchmarks.inside.MeasuredServer;
import io.traceops.benchmarks.inside.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with its probe. It ends with this object. */
final class ServerProcess implements AutoCloseable {
    /** What the launcher starts Java with. */
    private static final List<String> LAUNCHER_OPTIONS = Arrays.stream(
                    System.getProperty("traceops.java-options", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toList();

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(5);
    private static final int OK_MAX = 299;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int httpPort;
    private final int grpcPort;

    private ServerProcess(Process process, int httpPort, int grpcPort) {
        this.process = process;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param javaOptions options of its Java, such as the size of its heap
     * @param log where its output goes
     */
    static ServerProcess start(List<String> javaOptions, Path log) throws IOException, InterruptedException {
        int httpPort = freePort();
        int grpcPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LAUNCHER_OPTIONS);
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredServer.class.getName()));
        command.addAll(List.of(Integer.toString(httpPort), Integer.toString(grpcPort)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerProcess server = new ServerProcess(process, httpPort, grpcPort);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        server.awaitAnswer(log);
        return server;
    }

    int httpPort() {
        return httpPort;
    }

    int grpcPort() {
        return grpcPort;
    }

    private String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    Usage usage() throws IOException, InterruptedException {
        return probe(HttpRequest.newBuilder(address("")).build());
    }

    /** What it uses once all garbage is gone. */
    Usage usageCollected() throws IOException, InterruptedException {
        return probe(post("/collected"));
    }

    Usage use(Store store) throws IOException, InterruptedException {
        return probe(post(store.path()));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private URI address(String path) {
        return URI.create(url() + "/probe" + path);
    }

    private HttpRequest post(String path) {
        return HttpRequest.newBuilder(address(path))
                .timeout(ANSWER_MAX)
                .POST(BodyPublishers.noBody())
                .build();
    }

    private Usage probe(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readValue(send(request), Usage.class);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() > OK_MAX) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < deadlineNanos && process.isAlive()) {
            try {
                get("/health");
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
    }

    /** A port that nobody listens at just now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
