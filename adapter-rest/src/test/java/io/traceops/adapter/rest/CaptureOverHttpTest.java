package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.rest.HttpCalls.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureOverHttpTest {
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
    void post_newEvent_answersCreatedWithTheStoredEvent() {
        Reply reply = post("""
            {"id":"c-1","eventType":"ERROR","serviceName":" checkout ","timestamp":1772366400000,
             "message":"boom","metadata":{"b":1.50,"a":[null,true,"é"]},"unknown":{"x":[1]}}\
            """);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("location")).contains("/events/c-1");
        assertThat(reply.header("content-type")).contains("application/json");
        assertThat(reply.text())
                .isEqualTo("{\"id\":\"c-1\",\"eventType\":\"ERROR\",\"serviceName\":\"checkout\","
                        + "\"timestamp\":1772366400000,\"message\":\"boom\","
                        + "\"metadata\":{\"b\":1.50,\"a\":[null,true,\"é\"]},\"receivedAt\":1772366400000}");
    }

    @Test
    void post_leastEvent_getsIdTimeAndEmptyMessage() {
        Reply reply = post("{\"eventType\":\"deploy\",\"serviceName\":\"least\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("id").asText()).isNotEmpty();
        assertThat(reply.json().path("timestamp").decimalValue())
                .isBetween(new java.math.BigDecimal("1772366400000"), new java.math.BigDecimal("1772366400001"));
        assertThat(reply.json().path("message").asText("absent")).isEmpty();
        assertThat(reply.json().has("metadata")).isFalse();
    }

    @Test
    void post_sameEventAgain_answersOkWithTheStoredEvent() {
        String event = "{\"id\":\"twice\",\"eventType\":\"ERROR\",\"serviceName\":\"twice\",\"metadata\":{\"n\":1}}";
        String respelled =
                "{\"metadata\":{\"n\":1.0},\"serviceName\":\"twice\",\"eventType\":\"error\",\"id\":\"twice\"}";

        Reply first = post(event);
        Reply second = post(respelled);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(door.calls()
                        .get("/events?serviceName=twice")
                        .json()
                        .path("count")
                        .asInt())
                .isOne();
    }

    @Test
    void post_sameIdOtherContent_answersConflictAndStoresNothing() {
        post("{\"id\":\"taken\",\"eventType\":\"ERROR\",\"serviceName\":\"taken\",\"message\":\"a\"}");

        Reply reply = post("{\"id\":\"taken\",\"eventType\":\"ERROR\",\"serviceName\":\"taken\",\"message\":\"b\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("error").asText()).isEqualTo("event taken exists with other content");
        assertThat(door.calls().get("/events/taken").json().path("message").asText())
                .isEqualTo("a");
    }

    @Test
    void post_everythingWrong_namesEveryField() {
        Reply reply = post("""
            {"id":"no spaces","eventType":"BANG","serviceName":7,"timestamp":"yesterday","message":["x"],
             "metadata":"text"}\
            """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("id", "eventType", "serviceName", "timestamp", "message", "metadata");
        assertThat(reply.text()).contains("is none of ERROR, DEPLOY, CONFIG_CHANGE");
    }

    @Test
    void post_nothingInTheObject_namesWhatIsRequired() {
        Reply reply = post("{\"id\":null,\"eventType\":null}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .containsExactly("eventType", "serviceName");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1772366400000                      | 1772366400000",
                "1772366400000.25                   | 1772366400000.25",
                "1.7723664e12                       | 1772366400000",
                "1772366400000.0009                 | 1772366400000",
                "\"2026-03-01T12:00:00Z\"           | 1772366400000",
                "\"2026-03-01T13:00:00.5004+01:00\" | 1772366400500.4",
                "0                                  | 0",
            })
    void post_timestamp_isKeptToTheMicrosecond(String sent, String answered) {
        Reply reply = post("{\"eventType\":\"ERROR\",\"serviceName\":\"times\",\"timestamp\":" + sent + "}");

        assertThat(reply.text()).contains("\"timestamp\":" + answered + ",");
    }

    @Test
    void post_eventFromBeforeTheHorizon_answersUnprocessableWithTheHorizon() {
        try (RunningDoor small =
                RunningDoor.open(RunningDoor.Parts.DEFAULT.withLimits(new MemoryLimits(3, 10, 10, 10)))) {
            for (int i = 1; i <= 5; i++) {
                small.calls().post("/events", error("old", "e" + i, 1_000L * i));
            }

            Reply reply = small.calls().post("/events", error("old", "late", 1));

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().path("error").asText()).isEqualTo("event is too old");
            assertThat(reply.json().path("horizon").asLong()).isPositive();
            assertThat(small.calls().get("/events/timeline/old").json().path("horizon"))
                    .isEqualTo(reply.json().path("horizon"));
            assertThat(small.calls()
                            .get("/services")
                            .json()
                            .path("services")
                            .get(0)
                            .path("horizon"))
                    .isEqualTo(reply.json().path("horizon"));
        }
    }

    @Test
    void post_oneServiceTooMany_answersTooManyRequests() {
        try (RunningDoor small =
                RunningDoor.open(RunningDoor.Parts.DEFAULT.withLimits(new MemoryLimits(10, 10, 1, 10)))) {
            small.calls().post("/events", error("first", "e1", 1_000));

            Reply reply = small.calls().post("/events", error("second", "e2", 1_000));

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("retry-after")).isPresent();
            assertThat(reply.json().path("error").asText()).isEqualTo("too many services");
        }
    }

    @Test
    void delete_storedEvent_takesItOut() {
        door.calls().post("/events", error("gone", "gone-1", 1_000));

        assertThat(door.calls().delete("/events/gone-1").status()).isEqualTo(204);
        assertThat(door.calls().get("/events/gone-1").status()).isEqualTo(404);
        assertThat(door.calls().delete("/events/gone-1").status()).isEqualTo(404);
        assertThat(door.calls()
                        .get("/issues?serviceName=gone")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    private static Reply post(String json) {
        return door.calls().post("/events", json);
    }

    private static String error(String service, String id, long millis) {
        return "{\"id\":\"" + id + "\",\"eventType\":\"ERROR\",\"serviceName\":\"" + service + "\",\"timestamp\":"
                + millis + ",\"message\":\"boom\"}";
    }
}
