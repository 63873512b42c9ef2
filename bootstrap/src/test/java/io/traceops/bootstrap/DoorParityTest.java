package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.traceops.bootstrap.door.Client;
import io.traceops.bootstrap.door.Reply;
import io.traceops.bootstrap.door.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each scenario of the API, through both doors, with equal results. */
class DoorParityTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final long MINUTE = 60_000;
    private static final String NODE_STACK = "Error: no stock\n    at reserve (/app/stock.js:7:3)";

    private static TwoServers servers;

    @BeforeAll
    static void start() {
        servers = TwoServers.at(NOW, Map.of("--limits-batch", "50"));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void event_sentAgainOrOtherwise_isADuplicateOrAConflict() {
        ObjectNode event = error("one", "one-1", 10, "no stock");
        event.putObject("metadata")
                .put("stack", NODE_STACK)
                .put("userId", 7)
                .put("ratio", 0.25)
                .putNull("nothing")
                .putArray("tags")
                .add("a")
                .add(true);

        assertThat(servers.same(client -> client.create(event)).verdict()).isEqualTo(Verdict.OK);
        assertThat(servers.same(client -> client.create(event)).verdict()).isEqualTo(Verdict.DUPLICATE);
        Reply conflict = servers.same(client -> client.create(error("one", "one-1", 10, "other")));
        assertThat(conflict.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(servers.same(client -> client.event("one-1"))
                        .body()
                        .path("metadata")
                        .path("userId")
                        .intValue())
                .isEqualTo(7);
    }

    @Test
    void event_withoutIdAndTime_getsThem() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("eventType", "DEPLOY").put("serviceName", " two ");

        Reply stored = servers.same(client -> client.create(event));

        assertThat(stored.body().path("serviceName").textValue()).isEqualTo("two");
        assertThat(stored.body().has("id")).isTrue();
        assertThat(stored.body().has("timestamp")).isTrue();
    }

    @Test
    void event_wrongInEveryField_isToldAllOfIt() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("id", "not an id")
                .put("message", "x".repeat(8_193))
                .put("timestamp", NOW.toEpochMilli() + 25 * 60 * MINUTE);

        Reply reply = servers.same(client -> client.create(event));

        assertThat(reply.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reply.body()
                        .path("violations")
                        .valueStream()
                        .map(v -> v.path("field").textValue()))
                .containsExactlyInAnyOrder("id", "eventType", "serviceName", "message", "timestamp");
    }

    @Test
    void metadata_tooDeepOrTooLarge_isRefused() {
        ObjectNode deep = error("three", "three-1", 1, "deep");
        ObjectNode level = deep.putObject("metadata");
        for (int i = 0; i < 32; i++) {
            level = level.putObject("a");
        }
        ObjectNode large = error("three", "three-2", 1, "large");
        large.putObject("metadata").put("text", "x".repeat(70_000));

        assertThat(servers.sameBlame(client -> client.create(deep))).containsExactly("metadata");
        assertThat(servers.sameBlame(client -> client.create(large))).containsExactly("metadata");
    }

    @Test
    void batch_withRepeats_isStoredOnceEach() {
        List<ObjectNode> batch = List.of(
                error("four", "four-1", 5, "a"), error("four", "four-2", 4, "b"), error("four", "four-1", 5, "a"));

        Reply reply = servers.same(client -> client.createBatch(batch));

        assertThat(reply.verdict()).isEqualTo(Verdict.OK);
        assertThat(reply.body().path("duplicates").intValue()).isEqualTo(1);
        assertThat(reply.body().path("events").size()).isEqualTo(3);
    }

    @Test
    void batch_withBadEvents_storesNothing() {
        ObjectNode untyped = error("five", "five-2", 1, "b");
        untyped.remove("eventType");
        List<ObjectNode> batch = List.of(error("five", "five-1", 2, "a"), untyped, error("a\tb", "five-3", 1, "c"));

        Reply reply = servers.same(client -> client.createBatch(batch));

        assertThat(reply.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reply.body()
                        .path("violations")
                        .valueStream()
                        .map(v -> v.path("field").textValue()))
                .containsExactly("events[1].eventType", "events[2].serviceName");
        assertThat(servers.same(client -> client.event("five-1")).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void batch_ofTheWrongSize_isRefused() {
        List<ObjectNode> tooMany = IntStream.range(0, 51)
                .mapToObj(i -> error("six", "six-" + i, 1, "m"))
                .toList();

        assertThat(servers.same(client -> client.createBatch(List.of())).verdict())
                .isEqualTo(Verdict.INVALID);
        assertThat(servers.same(client -> client.createBatch(tooMany)).verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void batch_withAConflict_storesNothing() {
        servers.same(client -> client.create(error("seven", "seven-1", 3, "first")));

        Reply reply = servers.same(client -> client.createBatch(
                List.of(error("seven", "seven-2", 3, "new"), error("seven", "seven-1", 3, "second"))));

        assertThat(reply.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(servers.same(client -> client.event("seven-2")).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void stream_withGoodAndBadEvents_storesTheGoodOnes() {
        ObjectNode bad = error("eight", "eight-2", 2, "b");
        bad.remove("serviceName");
        ObjectNode again = error("eight", "eight-1", 3, "a");

        Reply reply = servers.same(client -> client.stream(
                List.of(again, bad, again, error("eight", "eight-1", 3, "other"), error("eight", "eight-3", 1, "c"))));

        assertThat(reply.body().path("accepted").intValue()).isEqualTo(2);
        assertThat(reply.body().path("duplicates").intValue()).isEqualTo(1);
        assertThat(reply.body()
                        .path("rejected")
                        .valueStream()
                        .map(r -> r.path("index").intValue()))
                .containsExactly(1, 3);
    }

    @Test
    void event_deleted_isGoneFromItsIssue() {
        servers.same(
                client -> client.stream(List.of(error("nine", "nine-1", 9, "x"), error("nine", "nine-2", 8, "x"))));

        assertThat(servers.same(client -> client.delete("nine-1")).verdict()).isEqualTo(Verdict.OK);
        assertThat(servers.same(client -> client.delete("nine-1")).verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(servers.same(client -> client.delete("no such id")).verdict())
                .isEqualTo(Verdict.NOT_FOUND);
        assertThat(issuesOf("nine").getFirst().path("count").intValue()).isEqualTo(1);
    }

    @Test
    void events_filteredAndPaged_areTheSame() {
        fill("ten");
        Map<String, String> filter = Map.of(
                "serviceName", "ten",
                "eventType", "ERROR",
                "startTime", Long.toString(NOW.toEpochMilli() - 30 * MINUTE),
                "endTime", Long.toString(NOW.toEpochMilli() - 2 * MINUTE),
                "limit", "4");

        List<JsonNode> events = servers.samePages("events", filter, Client::events);

        assertThat(events)
                .hasSizeGreaterThan(8)
                .allMatch(event -> event.path("eventType").textValue().equals("ERROR"));
        servers.samePages("events", Map.of("limit", "7"), Client::events);
    }

    @Test
    void questions_thatAreMalformed_areRefusedAlike() {
        fill("eleven");
        String cursor = servers.same(client -> client.events(Map.of("serviceName", "eleven", "limit", "1")))
                .body()
                .path("nextCursor")
                .textValue();

        assertInvalid(client -> client.events(Map.of("limit", "1001")), "limit");
        assertInvalid(client -> client.events(Map.of("limit", "-1")), "limit");
        assertInvalid(client -> client.events(Map.of("cursor", "nonsense")), "cursor");
        assertInvalid(client -> client.events(Map.of("serviceName", "other", "cursor", cursor)), "cursor");
        assertInvalid(client -> client.events(Map.of("startTime", "2000", "endTime", "1000")), "endTime");
        assertInvalid(client -> client.issues(Map.of("query", "q".repeat(201))), "query");
        assertInvalid(client -> client.needsAttention(Map.of("limit", "101")), "limit");
        assertInvalid(client -> client.timeline("x".repeat(201), Map.of()), "serviceName");
    }

    @Test
    void timeline_paged_namesLikelyCauses() {
        fill("twelve");

        List<JsonNode> entries = servers.samePages(
                "events", Map.of("limit", "5"), (client, parameters) -> client.timeline("twelve", parameters));

        assertThat(entries)
                .filteredOn(entry -> entry.path("isLikelyCause").booleanValue())
                .isNotEmpty();
        servers.same(client -> client.timeline("unknown", Map.of()));
    }

    @Test
    void issues_filteredSortedAndPaged_areTheSame() {
        fill("thirteen");
        for (String sort : List.of("priority", "lastSeen", "firstSeen", "count")) {
            servers.samePages("issues", Map.of("serviceName", "thirteen", "sort", sort, "limit", "2"), Client::issues);
        }
        for (String status : List.of("open", "resolved")) {
            servers.same(client -> client.issues(Map.of("serviceName", "thirteen", "status", status)));
        }
        for (String severity : List.of("low", "medium", "high", "critical")) {
            servers.same(client -> client.issues(Map.of("severity", severity)));
        }
        Reply found = servers.same(client -> client.issues(Map.of("serviceName", "thirteen", "query", "STOCK")));
        assertThat(found.body().path("issues").size()).isEqualTo(1);
    }

    @Test
    void issue_withItsHistory_isTheSame() {
        fill("fourteen");
        String id = issuesOf("fourteen").stream()
                .filter(issue -> issue.path("regressionCount").intValue() > 0)
                .findFirst()
                .orElseThrow()
                .path("id")
                .textValue();

        Reply issue = servers.same(client -> client.issue(id));

        assertThat(issue.body().path("transitions").size()).isGreaterThanOrEqualTo(3);
        assertThat(servers.samePages(
                        "events", Map.of("limit", "3"), (client, parameters) -> client.issueEvents(id, parameters)))
                .hasSize(issue.body().path("count").intValue());
        assertThat(servers.same(client -> client.issue("none")).verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(servers.same(client -> client.issueEvents("none", Map.of())).verdict())
                .isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void attention_isNeededByTheSameIssues() {
        fill("fifteen");

        assertThat(servers.same(client -> client.needsAttention(Map.of("serviceName", "fifteen")))
                        .body()
                        .path("issues")
                        .size())
                .isPositive();
        servers.same(client -> client.needsAttention(Map.of("limit", "100")));
    }

    @Test
    void grouping_explainedAndCompared_isTheSame() {
        fill("sixteen");
        servers.same(client -> client.explain("sixteen-stock-1", ""));
        Reply together = servers.same(client -> client.explain("sixteen-stock-1", "sixteen-stock-2"));
        Reply apart = servers.same(client -> client.explain("sixteen-stock-1", "sixteen-card-1"));

        assertThat(together.body().path("comparison").path("sameIssue").booleanValue())
                .isTrue();
        assertThat(apart.body().path("comparison").path("firstDifference").textValue())
                .isEqualTo("message");
        assertInvalid(client -> client.explain("sixteen-deploy-1", ""), "id");
        assertThat(servers.same(client -> client.explain("none", "")).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void services_areTheSame() {
        fill("seventeen");

        assertThat(servers.same(Client::services).body().path("services").size())
                .isPositive();
    }

    private static List<JsonNode> issuesOf(String service) {
        return servers.samePages("issues", Map.of("serviceName", service), Client::issues);
    }

    private static void assertInvalid(Function<Client, Reply> question, String field) {
        Reply reply = servers.same(question);
        assertThat(reply.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reply.body().path("violations").path(0).path("field").textValue())
                .isEqualTo(field);
    }

    /** Two kinds of errors around two deploys, one of which comes back. */
    private static void fill(String service) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            ObjectNode stock = error(service, service + "-stock-" + i, 40 - 4 * i, "no stock for order " + (1_000 + i));
            stock.putObject("metadata")
                    .put("stack", NODE_STACK)
                    .put("route", "GET /orders/" + i)
                    .put("userId", "u" + i % 3);
            events.add(stock);
            events.add(error(service, service + "-card-" + i, 41 - 2 * i, "card declined"));
        }
        events.add(trigger(service, service + "-deploy-1", 30, "1.0"));
        events.add(trigger(service, service + "-deploy-2", 10, "1.1"));
        servers.same(client -> client.stream(events));
    }

    private static ObjectNode error(String service, String id, int minutesAgo, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("eventType", "ERROR")
                .put("serviceName", service)
                .put("timestamp", NOW.toEpochMilli() - minutesAgo * MINUTE)
                .put("message", message);
    }

    private static ObjectNode trigger(String service, String id, int minutesAgo, String release) {
        ObjectNode deploy = error(service, id, minutesAgo, "Deploy " + release).put("eventType", "DEPLOY");
        deploy.putObject("metadata").put("release", release);
        return deploy;
    }
}
