package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamOverHttpTest {
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void stream_linesOfAllKinds_countsEachKind() {
        Reply reply = stream(
                Sent.error("s1", "s1-1", 1_000),
                "",
                "  \t ",
                Sent.error("s1", "s1-1", 1_000) + "\r",
                Sent.error("s1", "s1-1", 2_000),
                "{\"eventType\":\"ERROR\"",
                "17",
                "{\"eventType\":\"ERROR\"}",
                Sent.error("s1", "s1-2", 1_000));

        assertThat(reply.status()).isEqualTo(200);
        JsonNode json = reply.json();
        assertThat(json.path("accepted").asLong()).isEqualTo(2);
        assertThat(json.path("duplicates").asLong()).isOne();
        assertThat(json.path("rejectedCount").asLong()).isEqualTo(4);
        assertThat(json.path("rejected").findValuesAsText("line")).containsExactly("5", "6", "7", "8");
        assertThat(json.path("rejected").findValuesAsText("error"))
                .containsExactly(
                        "event s1-1 exists with other content", "malformed line", "invalid event", "invalid event");
        assertThat(json.path("rejected")
                        .get(3)
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("serviceName");
    }

    @Test
    void stream_empty_acceptsNothing() {
        Reply reply = door.calls().stream("");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":[],\"rejectedCount\":0}");
    }

    @Test
    void stream_startingWithByteOrderMark_stepsOverIt() {
        assertThat(stream("\uFEFF" + Sent.error("s2", "s2-1", 1))
                        .json()
                        .path("accepted")
                        .asInt())
                .isOne();
    }

    @Test
    void stream_manyBadLines_listsTheFirstHundred() {
        String good = Sent.error("s3", "s3-1", 1_000);
        String lines = IntStream.rangeClosed(1, 300)
                .mapToObj(line -> line % 2 == 0 ? good : line % 3 == 0 ? "nonsense" : "{\"eventType\":\"ERROR\"}")
                .collect(Collectors.joining("\n"));

        JsonNode json = door.calls().stream(lines).json();

        assertThat(json.path("accepted").asInt()).isOne();
        assertThat(json.path("duplicates").asInt()).isEqualTo(149);
        assertThat(json.path("rejectedCount").asInt()).isEqualTo(150);
        assertThat(json.path("rejected").findValuesAsText("line"))
                .isEqualTo(IntStream.range(0, 100)
                        .mapToObj(i -> Integer.toString(2 * i + 1))
                        .toList());
    }

    @Test
    void stream_lineTooLong_isRejectedAndTheStreamGoesOn() {
        String longest = "{\"eventType\":\"ERROR\",\"serviceName\":\"s4\",\"pad\":\"";
        String fits = longest + "x".repeat((1 << 20) - longest.length() - 2) + "\"}";
        String tooLong = longest + "x".repeat((1 << 20) - longest.length() - 1) + "\"}";

        JsonNode json = stream(
                        Sent.error("s4", "s4-1", 1), tooLong, fits, "x".repeat(3 << 20), Sent.error("s4", "s4-2", 1))
                .json();

        assertThat(json.path("accepted").asInt()).isEqualTo(3);
        assertThat(json.path("rejected").findValuesAsText("line")).containsExactly("2", "4");
        assertThat(json.path("rejected").findValuesAsText("error")).containsExactly("line too long", "line too long");
    }

    @Test
    void stream_otherContentType_isNotTaken() {
        Reply reply = door.calls().post("/events/stream", Sent.error("s5", "s5-1", 1));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.json().path("message").asText()).contains("application/x-ndjson");
    }

    private static Reply stream(String... lines) {
        return door.calls().stream(String.join("\n", lines));
    }
}
