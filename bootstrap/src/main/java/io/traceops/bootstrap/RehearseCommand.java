package io.traceops.bootstrap;

import io.traceops.bootstrap.load.Incident;
import io.traceops.bootstrap.load.Upload;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.LogFormat;
import io.traceops.bootstrap.settings.LogLevel;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * Does once what a server does all day, and ends. The launcher runs it with Java watching: what it loads and links goes
 * into the cache from which later starts are fast.
 */
@Command(name = "rehearse", hidden = true, description = "Starts on free ports, answers some requests, and ends.")
final class RehearseCommand implements Runnable {
    private static final Map<String, String> ANY_FREE_PORTS =
            Map.of("--http-port", "0", "--grpc-port", "0", "--otlp-grpc-port", "0", "--otlp-http-port", "0");

    private static final List<String> QUESTIONS = List.of(
            "/",
            "/health",
            "/health/readiness",
            "/services",
            "/issues",
            "/issues/needs-attention",
            "/events",
            "/events/timeline/checkout-api",
            "/events/none",
            "/metrics");

    @Override
    public void run() {
        Logs.configure(LogFormat.PLAIN, LogLevel.WARN);
        SettingsOutcome outcome = SettingsReader.read(ANY_FREE_PORTS, Map.of(), Optional.empty());
        if (!(outcome instanceof SettingsOutcome.Ready(EngineSettings settings))) {
            throw new IllegalStateException("the defaults are refused: " + outcome);
        }
        try (Server server = Server.start(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            server.announce();
            Upload.send(URI.create(server.url()), Incident.endingAt(Instant.now()));
            for (String question : QUESTIONS) {
                client.send(
                        HttpRequest.newBuilder(URI.create(server.url() + question))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UserMistake("the rehearsal failed: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
