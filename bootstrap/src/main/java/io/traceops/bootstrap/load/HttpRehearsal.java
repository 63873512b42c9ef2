package io.traceops.bootstrap.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;

/** Asks and tells a server over HTTP what its clients will. */
public final class HttpRehearsal {
    private static final String JSON = "application/json";

    private static final List<String> QUESTIONS = List.of(
            "/",
            "/health",
            "/health/readiness",
            "/openapi.yml",
            "/services",
            "/issues",
            "/issues/needs-attention",
            "/events?serviceName=checkout-api",
            "/events/timeline/checkout-api",
            "/events/rehearsed",
            "/events/rehearsed/grouping",
            "/events/none",
            "/metrics");

    private static final String EVENT = """
        {"id": "%s", "eventType": "ERROR", "serviceName": "rehearsal", "message": "order 4711 not stored",
         "metadata": {"route": "/orders/4711", "stack": "java.lang.IllegalStateException: order 4711 not stored\\n\\tat \
        com.acme.Orders.store(Orders.java:41)"}}\
        """;

    private static final String ENVELOPE = """
        {}
        {"type": "event"}
        {"platform": "python", "exception": {"values": [{"type": "ValueError", "value": "order 4711 not stored", \
        "stacktrace": {"frames": [{"module": "orders", "function": "store", "lineno": 41}]}}]}}
        """;

    private static final String ATTRIBUTES = """
        [{"key": "exception.type", "value": {"stringValue": "java.lang.IllegalStateException"}}, \
        {"key": "exception.message", "value": {"stringValue": "order 4711 not stored"}}, \
        {"key": "exception.stacktrace", "value": {"stringValue": "java.lang.IllegalStateException: order 4711 not \
        stored\\n\\tat com.acme.Orders.store(Orders.java:41)"}}]\
        """;

    private static final String TRACES = """
        {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "rehearsal"}}]}, \
        "scopeSpans": [{"spans": [{"traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174", \
        "name": "POST /orders", "kind": 2, "events": [{"name": "exception", "attributes": %s}]}]}]}]}\
        """.formatted(ATTRIBUTES);

    private static final String LOGS = """
        {"resourceLogs": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "rehearsal"}}]}, \
        "scopeLogs": [{"logRecords": [{"severityNumber": 17, "attributes": %s}]}]}]}\
        """.formatted(ATTRIBUTES);

    private final HttpClient client;

    /** @param client sends everything */
    public HttpRehearsal(HttpClient client) {
        this.client = client;
    }

    /**
     * Events, one by one, as a batch and as a stream; what an SDK of Sentry sends; and then whatever can be asked.
     *
     * @param server where REST and the SDKs of Sentry are let in
     * @throws IOException if an answer is not the one to be expected
     */
    public void rehearseApi(URI server) throws IOException, InterruptedException {
        Upload.send(server, Incident.endingAt(Instant.now()));
        tell(server.resolve("/events"), JSON, EVENT.formatted("rehearsed"));
        tell(server.resolve("/events/batch"), JSON, "{\"events\": [" + EVENT.formatted("rehearsed-in-batch") + "]}");
        tell(server.resolve("/api/rehearsal/envelope/?sentry_key=any"), "application/x-sentry-envelope", ENVELOPE);
        for (String question : QUESTIONS) {
            client.send(HttpRequest.newBuilder(server.resolve(question)).build(), BodyHandlers.discarding());
        }
    }

    /**
     * A span and a log record of OpenTelemetry.
     *
     * @param server where they are let in over HTTP
     * @throws IOException if an answer is not the one to be expected
     */
    public void rehearseOtlp(URI server) throws IOException, InterruptedException {
        tell(server.resolve("/v1/traces"), JSON, TRACES);
        tell(server.resolve("/v1/logs"), JSON, LOGS);
    }

    private void tell(URI where, String type, String what) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(where)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(what))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(where.getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
    }
}
