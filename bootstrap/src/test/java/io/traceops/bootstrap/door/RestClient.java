package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the REST door. */
public final class RestClient implements Client {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    public RestClient(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public Reply create(JsonNode event) {
        return post("/events", "application/json", event.toString());
    }

    @Override
    public Reply createBatch(List<? extends JsonNode> events) {
        String array = events.stream().map(JsonNode::toString).collect(Collectors.joining(",", "[", "]"));
        return post("/events/batch", "application/json", "{\"events\":" + array + "}");
    }

    @Override
    public Reply stream(List<? extends JsonNode> events) {
        String lines = events.stream().map(event -> event + "\n").collect(Collectors.joining());
        Reply reply = post("/events/stream", "application/x-ndjson", lines);
        // A stream has no duplicate as a whole; 200 says that it was read.
        Verdict verdict = reply.verdict() == Verdict.DUPLICATE ? Verdict.OK : reply.verdict();
        for (JsonNode rejected : reply.body().path("rejected")) {
            ObjectNode place = (ObjectNode) rejected;
            place.put("index", place.remove("line").asLong() - 1);
            place.remove(List.of("error", "message"));
        }
        return new Reply(verdict, reply.body());
    }

    @Override
    public Reply event(String id) {
        return get("/events/" + encoded(id), Map.of());
    }

    @Override
    public Reply events(Map<String, String> parameters) {
        return get("/events", parameters);
    }

    @Override
    public Reply delete(String id) {
        return send(request("/events/" + encoded(id)).DELETE());
    }

    @Override
    public Reply timeline(String service, Map<String, String> parameters) {
        return get("/events/timeline/" + encoded(service), parameters);
    }

    @Override
    public Reply explain(String id, String comparedTo) {
        Reply reply = get(
                "/events/" + encoded(id) + "/grouping",
                comparedTo.isEmpty() ? Map.of() : Map.of("comparedTo", comparedTo));
        if (reply.body().path("comparison") instanceof ObjectNode comparison) {
            comparison.remove("serviceName");
        }
        return without(reply, "serviceName");
    }

    @Override
    public Reply issues(Map<String, String> parameters) {
        return get("/issues", parameters);
    }

    @Override
    public Reply issue(String id) {
        return get("/issues/" + encoded(id), Map.of());
    }

    @Override
    public Reply issueEvents(String id, Map<String, String> parameters) {
        return get("/issues/" + encoded(id) + "/events", parameters);
    }

    @Override
    public Reply needsAttention(Map<String, String> parameters) {
        return get("/issues/needs-attention", parameters);
    }

    @Override
    public Reply services() {
        return get("/services", Map.of());
    }

    @Override
    public void close() {
        client.close();
    }

    /** Takes out what only this door says. */
    private static Reply without(Reply reply, String... members) {
        ((ObjectNode) reply.body()).remove(List.of(members));
        return reply;
    }

    private Reply post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private Reply get(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
        return send(request(path + query).GET());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(server.resolve(pathAndQuery));
    }

    private Reply send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return reply(verdict(response.statusCode(), built.method()), (ObjectNode) body);
        } catch (IOException e) {
            throw new UncheckedIOException(built.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The number of items that stands beside a list is not in the answers of the other door: here it is held against it. */
    private static Reply reply(Verdict verdict, ObjectNode body) {
        for (String list : List.of("events", "issues", "services")) {
            if (body.has("count")
                    && body.path(list).isArray()
                    && body.remove("count").asInt() != body.path(list).size()) {
                throw new AssertionError("the count beside " + list + " is not their number: " + body);
            }
        }
        return switch (verdict) {
            case OK, DUPLICATE -> new Reply(verdict, body);
            case INVALID -> new Reply(verdict, body.retain("violations"));
            case NOT_FOUND, CONFLICT, TOO_OLD, BUSY, STOPPING -> new Reply(verdict, body.retain("horizon"));
        };
    }

    private static Verdict verdict(int status, String method) {
        return switch (status) {
            case 200 -> method.equals("POST") ? Verdict.DUPLICATE : Verdict.OK;
            case 201, 204 -> Verdict.OK;
            case 400 -> Verdict.INVALID;
            case 404 -> Verdict.NOT_FOUND;
            case 409 -> Verdict.CONFLICT;
            case 422 -> Verdict.TOO_OLD;
            case 429 -> Verdict.BUSY;
            case 503 -> Verdict.STOPPING;
            default -> throw new AssertionError("status " + status);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
