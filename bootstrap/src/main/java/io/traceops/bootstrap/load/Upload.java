package io.traceops.bootstrap.load;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traceops.bootstrap.load.UploadOutcome.Broken;
import io.traceops.bootstrap.load.UploadOutcome.Done;
import io.traceops.bootstrap.load.UploadOutcome.Refused;
import io.traceops.bootstrap.load.UploadOutcome.RejectedLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends NDJSON to a server in one request, as fast as the server takes it, in constant memory. */
public final class Upload {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Upload() {}

    /**
     * Sends everything that the input has.
     *
     * @param server where the server is, such as {@code http://127.0.0.1:8080}, or behind a proxy {@code
     *     https://tools.example.com/traceops}
     */
    public static UploadOutcome send(URI server, InputStream input) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stream(server))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> input))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? done(response.body())
                    : new Refused(response.statusCode(), problem(response.body()));
        } catch (ConnectException _) {
            return new Broken("no server answers there");
        } catch (IOException e) {
            return new Broken("the connection broke: "
                    + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        }
    }

    private static URI stream(URI server) {
        String base = server.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "events/stream");
    }

    private static UploadOutcome done(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            List<RejectedLine> rejected = new ArrayList<>();
            for (JsonNode line : answer.path("rejected")) {
                rejected.add(new RejectedLine(line.path("line").asLong(), problem(line)));
            }
            return new Done(
                    answer.path("accepted").asLong(),
                    answer.path("duplicates").asLong(),
                    rejected,
                    answer.path("rejectedCount").asLong());
        } catch (JacksonException _) {
            return new Broken("this is no TraceOps server: its answer is not JSON");
        }
    }

    private static String problem(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.isObject() ? problem(answer) : body;
        } catch (JacksonException _) {
            return body;
        }
    }

    /** A problem as one line of text. */
    private static String problem(JsonNode problem) {
        List<String> parts = new ArrayList<>();
        parts.add(problem.path("error").asText());
        if (problem.hasNonNull("message")) {
            parts.add(problem.path("message").asText());
        }
        String violations = problem.path("violations")
                .valueStream()
                .map(violation -> violation.path("field").asText() + " "
                        + violation.path("problem").asText())
                .collect(Collectors.joining(", "));
        if (!violations.isEmpty()) {
            parts.add(violations);
        }
        return String.join("; ", parts);
    }
}
