package io.traceops.adapter.rest;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationOverHttpTest {
    private RunningDoor door;

    @BeforeEach
    void open() {
        door = RunningDoor.open();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void health_running_saysHowItIsDoing() {
        Sent.all(door, Sent.error("h", "h-1", 1), Sent.deploy("h", "h-2", 2));
        door.clock().advance(Duration.ofMillis(10_500));

        assertThat(door.calls().get("/health").text())
                .isEqualTo("{\"status\":\"healthy\",\"uptimeSeconds\":100,\"events\":2,\"issues\":1,"
                        + "\"version\":\"1.2.3\"}");
        assertThat(door.calls().get("/health/liveness").text()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(door.calls().get("/health/readiness").text()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void health_stopping_staysAliveButIsNotReady() {
        door.admission().stop();

        assertThat(door.calls().get("/health").json().path("status").asText()).isEqualTo("stopping");
        assertThat(door.calls().get("/health/liveness").status()).isEqualTo(200);
        assertThat(door.calls().get("/health/readiness").status()).isEqualTo(503);
        assertThat(door.calls().get("/metrics").status()).isEqualTo(200);
        assertThat(door.calls().get("/openapi.yml").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/nowhere", "/events?limit=0", "/events?limit=1&limit=2", "/%ff"})
    void answer_goodOrBad_carriesItsDateOnce(String path) {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        List<String> dates = door.calls().get(path).response().headers().allValues("date");

        assertThat(dates).hasSize(1);
        assertThat(RFC_1123_DATE_TIME.parse(dates.getFirst(), Instant::from)).isBetween(before, Instant.now());
    }

    @Test
    void index_linksLeadSomewhere() {
        JsonNode index = door.calls().get("/").json();

        assertThat(index.path("name").asText()).isEqualTo("TraceOps");
        assertThat(index.path("version").asText()).isEqualTo("1.2.3");
        assertThat(index.path("links")).isNotEmpty();
        for (JsonNode link : index.path("links")) {
            assertThat(door.calls().get(link.asText()).status())
                    .as(link.asText())
                    .isEqualTo(200);
        }
    }

    @Test
    void metrics_afterRequests_countThemByRouteAndStatus() {
        door.calls().post("/events", Sent.error("m", "m-1", 1));
        door.calls().post("/events", Sent.error("m", "m-1", 1));
        door.calls().get("/events/m-1");
        door.calls().get("/events/unknown");
        door.calls().get("/events/timeline/m");

        Reply metrics = door.calls().get("/metrics");

        assertThat(metrics.header("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.text())
                .contains("http_server_requests_seconds_count{method=\"POST\",route=\"/events\",status=\"201\"} 1")
                .contains("http_server_requests_seconds_count{method=\"POST\",route=\"/events\",status=\"200\"} 1")
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/events/{id}\",status=\"200\"} 1")
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/events/{id}\",status=\"404\"} 1")
                .contains("route=\"/events/timeline/{serviceName}\"")
                .contains("http_server_requests_seconds_bucket{");
    }

    @Test
    void metrics_afterStrangeRequests_haveFewSeries() {
        for (int i = 0; i < 50; i++) {
            door.calls().get("/no/such/path/" + i);
            door.calls().send(door.calls().request("/events/" + i).method("BREW" + i, BodyPublishers.noBody()));
        }

        List<String> series = door.calls()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .toList();

        assertThat(series).hasSizeLessThan(10).anyMatch(line -> line.contains("route=\"none\",status=\"404\"} 50"));
    }

    @Test
    void requestId_usable_isGivenBack() {
        Reply reply = door.calls().send(door.calls().request("/health").header("X-Request-Id", "abc-123/x"));

        assertThat(reply.header("X-Request-Id")).contains("abc-123/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "with\ttab", ""})
    void requestId_unusable_isReplaced(String id) {
        Reply reply = door.calls().send(door.calls().request("/health").header("X-Request-Id", id));

        assertThat(reply.header("X-Request-Id").orElse("")).matches("[0-9a-f]{32}");
    }

    @Test
    void requestId_tooLong_isReplaced() {
        Reply reply = door.calls().send(door.calls().request("/health").header("X-Request-Id", "x".repeat(129)));

        assertThat(reply.header("X-Request-Id").orElse("")).hasSize(32);
    }

    @Test
    void answers_ofAllKinds_carryTheStandardHeaders() {
        for (String path :
                List.of("/health", "/nothing", "/events?limit=x", "/events/%zz", "/events/%ff", "/metrics")) {
            RawCall.Answer reply = RawCall.get(door.port(), path);

            assertThat(reply.header("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(reply.header("X-Request-Id")).as(path).isPresent();
            assertThat(reply.header("Cache-Control")).as(path).contains("no-store");
            assertThat(reply.header("Access-Control-Allow-Origin")).as(path).isEmpty();
        }
    }

    @Test
    void head_ofAnyPage_hasTheLengthAndNoBody() {
        for (String path : List.of("/", "/health", "/events", "/openapi.yml")) {
            Reply get = door.calls().get(path);
            Reply head = door.calls().send(door.calls().request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.header("content-length"))
                    .as(path)
                    .contains(Integer.toString(get.response().body().length));
            assertThat(head.response().body()).as(path).isEmpty();
            assertThat(head.header("connection")).as(path).isEmpty();
        }
    }

    @Test
    void options_ofAPath_namesItsMethods() {
        Reply reply = door.calls().send(door.calls().request("/events").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("allow").orElse("").split(",\\s*")).contains("GET", "HEAD", "POST", "OPTIONS");
        assertThat(reply.response().body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beans", "/env", "/loggers", "/routes", "/prometheus", "/info", "/refresh", "/threaddump"})
    void frameworkEndpoints_areOff(String path) {
        assertThat(door.calls().get(path).status()).isEqualTo(404);
    }
}
