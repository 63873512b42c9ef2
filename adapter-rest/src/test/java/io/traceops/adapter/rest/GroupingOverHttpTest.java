package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupingOverHttpTest {
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
        Sent.all(
                door,
                event("g-1", "user 7f1c0a52-9a3e-4a55-8f8b-0d9a1f6f2b11 not found", "/users/17"),
                event("g-2", "user 00000000-9a3e-4a55-8f8b-0d9a1f6f2b11 not found", "/users/18"),
                event("g-3", "user 00000000-9a3e-4a55-8f8b-0d9a1f6f2b11 not found", "/orders/18"),
                Sent.deploy("grouped", "g-4", 5));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void grouping_ofError_givesEachPartRawAndNormalised() {
        JsonNode grouping = door.calls().get("/events/g-1/grouping").json();

        assertThat(grouping.path("eventId").asText()).isEqualTo("g-1");
        assertThat(grouping.path("issueId").asText()).hasSize(32);
        assertThat(grouping.path("fingerprint").asText()).hasSize(64);
        assertThat(grouping.path("parts").findValuesAsText("part")).containsExactly("message", "frame", "route");
        JsonNode message = grouping.path("parts").get(0);
        assertThat(message.path("normalised").asText()).isEqualTo("user <uuid> not found");
        assertThat(message.path("decisions").findValuesAsText("rule")).contains("uuid");
        assertThat(grouping.has("comparison")).isFalse();
    }

    @Test
    void grouping_comparedToErrorOfTheSameIssue_findsNoDifference() {
        JsonNode comparison =
                door.calls().get("/events/g-1/grouping?comparedTo=g-2").json().path("comparison");

        assertThat(comparison.path("sameIssue").asBoolean()).isTrue();
        assertThat(comparison.has("firstDifference")).isFalse();
    }

    @Test
    void grouping_comparedToErrorOfAnotherIssue_namesTheFirstDifference() {
        JsonNode comparison =
                door.calls().get("/events/g-1/grouping?comparedTo=g-3").json().path("comparison");

        assertThat(comparison.path("eventId").asText()).isEqualTo("g-3");
        assertThat(comparison.path("sameIssue").asBoolean()).isFalse();
        assertThat(comparison.path("firstDifference").asText()).isEqualTo("route");
        assertThat(comparison.path("parts")).isNotEmpty();
    }

    @Test
    void grouping_ofTrigger_isRefused() {
        Reply reply = door.calls().get("/events/g-4/grouping");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").get(0).path("problem").asText())
                .contains("DEPLOY");
    }

    @Test
    void grouping_ofUnknownEvents_answersNotFound() {
        assertThat(door.calls().get("/events/none/grouping").status()).isEqualTo(404);
        assertThat(door.calls()
                        .get("/events/g-1/grouping?comparedTo=none")
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("no event none");
    }

    private static String event(String id, String message, String route) {
        return "{\"id\":\"" + id + "\",\"eventType\":\"ERROR\",\"serviceName\":\"grouped\",\"message\":\"" + message
                + "\",\"metadata\":{\"route\":\"" + route + "\"}}";
    }
}
