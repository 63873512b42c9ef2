package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuesOverHttpTest {
    private static RunningDoor door;

    /** One issue that came back, one that is resolved, and one of another service. */
    @BeforeAll
    static void open() {
        door = RunningDoor.open();
        Sent.all(
                door,
                Sent.deploy("shop", "d-1", Sent.at("10:00")),
                error("e-1", "crash in cart", Sent.at("10:01"), "u1", "/cart/1"),
                error("e-2", "crash in cart", Sent.at("10:02"), "u2", "/cart/2"),
                error("e-3", "slow search", Sent.at("10:03"), "u1", "/search"),
                Sent.deploy("shop", "d-2", Sent.at("10:30")),
                error("e-4", "crash in cart", Sent.at("11:59"), "u1", "/cart/3"),
                Sent.error("other", "o-1", Sent.at("11:00")));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void issues_ofAllServices_comeByPriority() {
        JsonNode issues = door.calls().get("/issues").json();

        assertThat(issues.path("count").asInt()).isEqualTo(3);
        assertThat(issues.path("issues").findValuesAsText("title"))
                .containsExactly("crash in cart", "boom", "slow search");
        assertThat(issues.has("nextCursor")).isFalse();
    }

    @Test
    void issue_thatCameBack_tellsItsStory() {
        JsonNode issue =
                door.calls().get("/issues?query=crash").json().path("issues").get(0);

        assertThat(issue.path("serviceName").asText()).isEqualTo("shop");
        assertThat(issue.path("status").asText()).isEqualTo("open");
        assertThat(issue.path("severity").asText()).isEqualTo("critical");
        assertThat(issue.path("count").asInt()).isEqualTo(3);
        assertThat(issue.path("firstSeen").asLong()).isEqualTo(Sent.at("10:01"));
        assertThat(issue.path("lastSeen").asLong()).isEqualTo(Sent.at("11:59"));
        assertThat(issue.path("regressionCount").asInt()).isOne();
        assertThat(issue.path("uniqueRoutes").asInt()).isOne();
        assertThat(issue.path("uniqueUsers").asInt()).isEqualTo(2);
        assertThat(issue.has("uniqueUsersEstimated")).isFalse();
        assertThat(issue.path("relatedEventIds")).extracting(JsonNode::asText).containsExactly("e-4", "e-2", "e-1");
        assertThat(issue.path("siblings")).isEmpty();
        assertThat(issue.has("resolvedAt")).isFalse();
        assertThat(issue.has("suspectedCause")).isFalse();
        assertThat(issue.has("transitions")).isFalse();
    }

    @Test
    void issue_resolved_namesCauseAndResolution() {
        JsonNode issue = door.calls()
                .get("/issues?status=resolved")
                .json()
                .path("issues")
                .get(0);

        assertThat(issue.path("title").asText()).isEqualTo("slow search");
        assertThat(issue.path("suspectedCause").toString())
                .isEqualTo("{\"eventId\":\"d-1\",\"type\":\"DEPLOY\",\"message\":\"v2\",\"timestamp\":"
                        + Sent.at("10:00") + "}");
        assertThat(issue.path("resolvedAt").asLong()).isEqualTo(Sent.at("10:30"));
        assertThat(issue.path("resolvedBy").path("eventId").asText()).isEqualTo("d-2");
    }

    @Test
    void issue_byId_givesHistoryAndReasons() {
        String id = firstIssueId("query=crash");

        JsonNode issue = door.calls().get("/issues/" + id).json();

        assertThat(issue.path("id").asText()).isEqualTo(id);
        assertThat(issue.path("route").asText()).isEqualTo("/cart/{id}");
        assertThat(issue.has("frame")).isFalse();
        assertThat(issue.path("transitions").toString())
                .isEqualTo("[{\"type\":\"OPENED\",\"at\":" + Sent.at("10:01") + ",\"eventId\":\"e-1\",\"effectiveAt\":"
                        + Sent.at("10:01") + "},"
                        + "{\"type\":\"RESOLVED\",\"at\":" + Sent.at("10:30") + ",\"eventId\":\"d-2\",\"effectiveAt\":"
                        + Sent.at("10:30") + "},"
                        + "{\"type\":\"REGRESSED\",\"at\":" + Sent.at("11:59") + ",\"eventId\":\"e-4\",\"effectiveAt\":"
                        + Sent.at("11:59") + "}]");
        assertThat(issue.path("severitySteps").findValuesAsText("level")).containsExactly("high", "critical");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode component : issue.path("priorityComponents")) {
            sum = sum.add(component.path("points").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(issue.path("priorityScore").decimalValue());
    }

    @Test
    void issue_events_comeNewestFirstAndPaged() {
        String path = "/issues/" + firstIssueId("query=crash") + "/events?limit=2";

        JsonNode page = door.calls().get(path).json();
        JsonNode rest = door.calls()
                .get(path + "&cursor=" + page.path("nextCursor").asText())
                .json();

        assertThat(page.path("events").findValuesAsText("id")).containsExactly("e-4", "e-2");
        assertThat(rest.path("events").findValuesAsText("id")).containsExactly("e-1");
        assertThat(rest.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceName=other            | boom",
                "status=OPEN                  | crash in cart,boom",
                "severity=critical            | crash in cart",
                "query=CART                   | crash in cart",
                "query=%2Fsearch              | slow search",
                "sort=lastSeen                | crash in cart,boom,slow search",
                "sort=FIRSTSEEN               | boom,slow search,crash in cart",
                "sort=count&limit=1           | crash in cart",
            })
    void issues_filteredAndSorted_areTheOnesAskedFor(String query, String titles) {
        assertThat(String.join(
                        ",",
                        door.calls()
                                .get("/issues?" + query)
                                .json()
                                .path("issues")
                                .findValuesAsText("title")))
                .isEqualTo(titles);
    }

    @Test
    void issues_paged_areAllThereOnce() {
        List<String> titles = new ArrayList<>();
        String path = "/issues?sort=count&limit=1";
        JsonNode page = door.calls().get(path).json();
        while (page.has("nextCursor")) {
            titles.addAll(page.path("issues").findValuesAsText("title"));
            page = door.calls()
                    .get(path + "&cursor=" + page.path("nextCursor").asText())
                    .json();
        }
        titles.addAll(page.path("issues").findValuesAsText("title"));

        assertThat(titles).containsExactlyInAnyOrder("crash in cart", "slow search", "boom");
    }

    @Test
    void needsAttention_givesOpenIssuesByPriority() {
        JsonNode issues = door.calls().get("/issues/needs-attention").json();

        assertThat(issues.path("count").asInt()).isEqualTo(2);
        assertThat(issues.path("issues").findValuesAsText("title")).containsExactly("crash in cart", "boom");
        assertThat(door.calls()
                        .get("/issues/needs-attention?serviceName=shop&limit=1")
                        .json()
                        .path("count")
                        .asInt())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/issues?status=x&severity=y&sort=z&limit=0&cursor=c     | cursor limit severity sort status",
                "/issues/needs-attention?limit=101                       | limit",
                "/issues/needs-attention?limit=many                      | limit",
                "/issues/needs-attention?serviceName=                    | serviceName",
                "/issues/00000000000000000000000000000000/events?limit=x | limit",
            })
    void issues_wrongQuery_namesEveryParameter(String path, String fields) {
        Reply reply = door.calls().get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(String.join(
                        " ",
                        reply.json().path("violations").findValuesAsText("field").stream()
                                .sorted()
                                .toList()))
                .isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({"x", "00000000000000000000000000000000", "ABCDEF00000000000000000000000000", "%2e%2e"})
    void issue_unknown_answersNotFound(String id) {
        assertThat(door.calls().get("/issues/" + id).status()).isEqualTo(404);
        assertThat(door.calls().get("/issues/" + id + "/events").status()).isEqualTo(404);
    }

    @Test
    void services_giveEachAtAGlance() {
        JsonNode services = door.calls().get("/services").json();

        assertThat(services.path("count").asInt()).isEqualTo(2);
        JsonNode shop = services.path("services").get(1);
        assertThat(shop.path("serviceName").asText()).isEqualTo("shop");
        assertThat(shop.path("events").asInt()).isEqualTo(6);
        assertThat(shop.path("openIssues").asInt()).isOne();
        assertThat(shop.path("lastEventAt").asLong()).isEqualTo(Sent.at("11:59"));
        assertThat(shop.path("lastTrigger").path("eventId").asText()).isEqualTo("d-2");
        assertThat(services.path("services").get(0).has("lastTrigger")).isFalse();
    }

    private static String firstIssueId(String query) {
        return door.calls()
                .get("/issues?" + query)
                .json()
                .path("issues")
                .get(0)
                .path("id")
                .asText();
    }

    private static String error(String id, String message, long millis, String user, String route) {
        return "{\"id\":\"" + id + "\",\"eventType\":\"ERROR\",\"serviceName\":\"shop\",\"timestamp\":" + millis
                + ",\"message\":\"" + message + "\",\"metadata\":{\"userId\":\"" + user + "\",\"route\":\"" + route
                + "\"}}";
    }
}
