package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls to the door, as a client makes them. Every answer is held against the API's description. */
final class HttpCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final int port;
    private final ApiDescription description;

    HttpCalls(int port) {
        this.port = port;
        this.description = ApiDescription.parse(
                new Reply(exchange(request("/openapi.yml").GET().build())).text());
    }

    ApiDescription description() {
        return description;
    }

    /** An answer as it came. */
    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply post(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    Reply stream(String lines) {
        return post("/events/stream", "application/x-ndjson", BodyPublishers.ofString(lines));
    }

    Reply post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    }

    Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Reply reply = new Reply(exchange(request));
        String method = request.method();
        description.template(method, request.uri().getRawPath()).ifPresent(template -> {
            boolean isJson = reply.header("content-type")
                    .filter("application/json"::equals)
                    .isPresent();
            assertThat(description.differences(
                            method, template, reply.status(), isJson ? reply.json() : MissingNode.getInstance()))
                    .as("%s %s answers %s", method, request.uri(), reply.text())
                    .isEmpty();
        });
        return reply;
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
