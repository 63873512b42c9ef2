package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOverHttpTest {
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
    void batch_validEvents_answersThemInOrder() {
        Reply reply = batch(Sent.error("b1", "b1-2", 2_000), Sent.error("b1", "b1-1", 1_000));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("count").asInt()).isEqualTo(2);
        assertThat(reply.json().path("duplicates").asInt()).isZero();
        assertThat(reply.json().path("events").findValuesAsText("id")).containsExactly("b1-2", "b1-1");
    }

    @Test
    void batch_repeatedEvents_countsDuplicates() {
        batch(Sent.error("b2", "b2-1", 1_000));

        Reply reply = batch(
                Sent.error("b2", "b2-1", 1_000), Sent.error("b2", "b2-2", 1_000), Sent.error("b2", "b2-2", 1_000));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("count").asInt()).isEqualTo(3);
        assertThat(reply.json().path("duplicates").asInt()).isEqualTo(2);
        assertThat(stored("b2")).isEqualTo(2);
    }

    @Test
    void batch_invalidEvents_namesEachWithItsIndexAndStoresNothing() {
        Reply reply = batch(
                Sent.error("b3", "b3-1", 1_000),
                "{\"eventType\":\"ERROR\"}",
                "17",
                "{\"eventType\":\"x\",\"serviceName\":\"\",\"timestamp\":-1}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .containsExactly(
                        "events[1].serviceName",
                        "events[2]",
                        "events[3].eventType",
                        "events[3].serviceName",
                        "events[3].timestamp");
        assertThat(reply.json().path("message").asText()).isEqualTo("Nothing is stored, because of 3 events.");
        assertThat(stored("b3")).isZero();
    }

    @Test
    void batch_manyInvalidEvents_listsTheFirstHundred() {
        String[] invalid = IntStream.range(0, 250)
                .mapToObj(_ -> "{\"eventType\":\"ERROR\"}")
                .toArray(String[]::new);

        Reply reply = batch(invalid);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations")).hasSize(100);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Nothing is stored, because of 250 events, of which the first 100 are listed.");
    }

    @Test
    void batch_conflictingEvent_answersConflictAndStoresNothing() {
        batch(Sent.error("b4", "b4-1", 1_000));

        Reply reply = batch(Sent.error("b4", "b4-2", 1_000), Sent.error("b4", "b4-1", 2_000));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("violations").findValuesAsText("field")).containsExactly("events[1].id");
        assertThat(stored("b4")).isOne();
    }

    @Test
    void batch_invalidAndConflictingEvents_answersBadRequestForBoth() {
        batch(Sent.error("b5", "b5-1", 1_000));

        Reply reply = batch("{}", Sent.error("b5", "b5-1", 2_000), Sent.error("b5", "b5-1", 1_000));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .contains("events[0].eventType", "events[2].id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                    | is required: a list of events",
                "{\"events\":null}     | is required: a list of events",
                "{\"events\":{}}       | is required: a list of events",
                "[]                    | is required: a list of events",
                "{\"events\":[]}       | has 0 events, allowed 1 to 1000",
            })
    void batch_withoutEvents_namesTheField(String body, String problem) {
        Reply reply = door.calls().post("/events/batch", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations")).hasSize(1);
        JsonNode violation = reply.json().path("violations").get(0);
        assertThat(violation.path("field").asText()).isEqualTo("events");
        assertThat(violation.path("problem").asText()).isEqualTo(problem);
    }

    @Test
    void batch_farTooManyEvents_saysHowMany() {
        String events = IntStream.range(0, 150_000).mapToObj(_ -> "{}").collect(Collectors.joining(","));

        Reply reply = door.calls().post("/events/batch", "{\"events\":[" + events + "]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("has 150000 events, allowed 1 to 1000");
    }

    private static Reply batch(String... events) {
        return door.calls().post("/events/batch", "{\"events\":[" + String.join(",", events) + "],\"more\":{}}");
    }

    private static int stored(String service) {
        return door.calls()
                .get("/events?serviceName=" + service)
                .json()
                .path("count")
                .asInt();
    }
}
