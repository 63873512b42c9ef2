package io.traceops.adapter.rest;

import static io.traceops.adapter.rest.Nasty.EVENT;
import static io.traceops.adapter.rest.Nasty.JSON;
import static io.traceops.adapter.rest.Nasty.bytes;
import static io.traceops.adapter.rest.Nasty.call;
import static io.traceops.adapter.rest.Nasty.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses, methods and headers that no well-meaning client sends: each gets its status and a problem in JSON. */
class NastyHeadsTest {
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    static Stream<Arguments> heads() {
        Map<String, Integer> heads = new LinkedHashMap<>();
        heads.put("GET /%ff", 400);
        heads.put("GET /events/%ff", 400);
        heads.put("GET /events/%c0%80", 400);
        heads.put("GET /events/%00", 400);
        heads.put("GET /events/%", 400);
        heads.put("GET /events/%zz", 400);
        heads.put("GET /events?limit=%ff", 400);
        heads.put("GET /events?limit=%", 400);
        heads.put("GET /events?limit", 400);
        heads.put("GET /events?limit=1&limit=2", 400);
        heads.put("GET /events?&&=&", 200);
        heads.put("GET /events/{id}", 400);
        heads.put("GET /events/<script>", 400);
        heads.put("GET /\\", 400);
        heads.put("GET /events/a b", 400);
        heads.put("GET /events/\u00ff", 404);
        heads.put("GET /events/..%2f..%2fetc%2fpasswd", 404);
        heads.put("GET /events/../health", 404);
        heads.put("GET /../../etc/passwd", 404);
        heads.put("GET /%2e%2e/%2e%2e/etc/passwd", 404);
        heads.put("GET //events", 404);
        heads.put("GET /events//grouping", 404);
        heads.put("GET events", 404);
        heads.put("GET *", 404);
        heads.put("OPTIONS *", 404);
        heads.put("GET /health#fragment", 404);
        heads.put("CONNECT example.org:443", 404);
        heads.put("TRACE /events", 405);
        heads.put("BREW /events", 405);
        heads.put("PUT /events", 405);
        heads.put("DELETE /issues", 405);
        heads.put("POST /health", 405);
        heads.put("GET /" + "a".repeat(5_000), 414);
        heads.put("GET /events/" + "a".repeat(3_000), 404);
        heads.put("GET /issues?query=" + "a".repeat(3_000), 400);
        heads.put("GET /events?" + "a=1&".repeat(900), 400);
        return heads.entrySet().stream().map(head -> Arguments.of(head.getKey(), head.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void head_nasty_getsItsStatus(String head, int status) {
        RawCall.Answer answer = call(door.port(), head, "", new byte[0]);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).has("error")).isEqualTo(status >= 400);
    }

    static Stream<Arguments> headers() {
        String event = EVENT + "}";
        String length = "Content-Length: " + event.length() + "\r\n";
        return Stream.of(
                Arguments.of("no type", 415, length, event),
                Arguments.of("text", 415, "Content-Type: text/plain\r\n" + length, event),
                Arguments.of("a form", 415, "Content-Type: application/x-www-form-urlencoded\r\n" + length, event),
                Arguments.of("a multipart form", 415, "Content-Type: multipart/form-data\r\n" + length, event),
                Arguments.of("no type at all", 415, "Content-Type: ;;;\r\n" + length, event),
                Arguments.of("any type", 415, "Content-Type: */*\r\n" + length, event),
                Arguments.of(
                        "unknown charset", 415, "Content-Type: application/json; charset=klingon\r\n" + length, event),
                Arguments.of("UTF-16", 415, "Content-Type: application/json; charset=utf-16\r\n" + length, event),
                Arguments.of("UTF-8", 201, "Content-Type: application/json; charset=UTF-8\r\n" + length, event),
                Arguments.of("gzip", 415, JSON + "Content-Encoding: gzip\r\n" + length, event),
                Arguments.of("identity", 201, JSON + "Content-Encoding: identity\r\n" + length, event),
                Arguments.of("negative length", 400, JSON + "Content-Length: -5\r\n", event),
                Arguments.of("length that is no number", 400, JSON + "Content-Length: abc\r\n", event),
                Arguments.of("huge length", 400, JSON + "Content-Length: 99999999999999999999\r\n", event),
                Arguments.of("length of a terabyte", 413, JSON + "Content-Length: 1099511627776\r\n", event),
                Arguments.of("two lengths", 400, JSON + length + "Content-Length: 3\r\n", event),
                Arguments.of("length and chunks", 400, JSON + length + "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
                Arguments.of("broken chunk", 400, JSON + "Transfer-Encoding: chunked\r\n", "zz\r\n"),
                Arguments.of("no chunks", 400, JSON + "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
                Arguments.of("header without name", 400, ": x\r\n" + JSON + length, event),
                Arguments.of("blank in a name", 400, "A B: x\r\n" + JSON + length, event),
                Arguments.of("NUL in a value", 400, "A: \0\r\n" + JSON + length, event),
                Arguments.of("a header of 10 MiB", 431, "A: " + "x".repeat(10 << 20) + "\r\n" + JSON + length, event),
                Arguments.of("1,000 headers", 431, "A: 0123456789\r\n".repeat(1_000) + JSON + length, event),
                Arguments.of("unacceptable", 406, "Accept: text/html\r\n" + JSON + length, event),
                Arguments.of("unreadable Accept", 201, "Accept: ;;;/\r\n" + JSON + length, event));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void headers_nasty_getTheirStatus(String name, int status, String headers, String body) {
        RawCall.Answer answer = call(door.port(), "POST /events", headers, bytes(body));

        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(status);
        assertThat(json(answer).has("error")).isEqualTo(status >= 400);
    }

    @Test
    void notHttpAtAll_isRefused() {
        for (String request :
                new String[] {"\r\n\r\nHELLO\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"}) {
            assertThat(RawCall.parse(RawCall.send(door.port(), request)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void afterAllOfIt_theDoorStillStands() {
        assertThat(door.calls().get("/health").status()).isEqualTo(200);
    }
}
