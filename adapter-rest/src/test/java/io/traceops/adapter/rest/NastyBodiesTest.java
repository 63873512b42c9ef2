package io.traceops.adapter.rest;

import static io.traceops.adapter.rest.Nasty.EVENT;
import static io.traceops.adapter.rest.Nasty.JSON;
import static io.traceops.adapter.rest.Nasty.bytes;
import static io.traceops.adapter.rest.Nasty.call;
import static io.traceops.adapter.rest.Nasty.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that no well-meaning client sends: each gets its status and a problem in JSON, never a failure of ours. */
class NastyBodiesTest {
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("empty", 400, ""),
                body("blank", 400, " \n\t "),
                body("null", 400, "null"),
                body("a number", 400, "5"),
                body("an array", 400, "[]"),
                body("a key twice", 400, EVENT + ",\"id\":\"a\",\"id\":\"b\"}"),
                body("a key twice, deep", 400, EVENT + ",\"metadata\":{\"a\":{\"b\":1,\"b\":1}}}"),
                body("a key twice, escaped", 400, EVENT + ",\"i\\u0064\":\"a\",\"id\":\"b\"}"),
                body("trailing word", 400, EVENT + "} x"),
                body("trailing object", 400, EVENT + "}{}"),
                body("trailing bracket", 400, EVENT + "}]"),
                body("trailing comma", 400, EVENT + ",}"),
                body("comment", 400, EVENT + "/* */}"),
                body("single quotes", 400, EVENT.replace('"', '\'') + "}"),
                body("cut off", 400, EVENT),
                body("100,000 arrays", 400, "[".repeat(100_000)),
                body("100,000 objects", 400, EVENT + ",\"metadata\":" + "{\"a\":".repeat(100_000)),
                body("100,000 arrays in an unknown field", 400, EVENT + ",\"x\":" + "[".repeat(100_000)),
                body("metadata of 33 levels", 400, EVENT + ",\"metadata\":" + nested(33) + "}"),
                body("metadata of 32 levels", 201, EVENT + ",\"metadata\":" + nested(32) + "}"),
                body("invalid UTF-8", 400, bytes(bytes(EVENT), new byte[] {',', '"', (byte) 0xff, '"', ':', '1', '}'})),
                body("overlong UTF-8", 400, bytes(bytes(EVENT), new byte[] {
                    ',', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1'
                })),
                body("half of a surrogate pair in UTF-8", 400, bytes("\"\u00ed\u00a0\u0080\"".getBytes(ISO_8859_1))),
                body("half of a surrogate pair", 400, EVENT + ",\"message\":\"\\ud800\"}"),
                body("half of a surrogate pair in metadata", 400, EVENT + ",\"metadata\":{\"a\":\"\\udc00\"}}"),
                body("half of a surrogate pair in a name", 400, EVENT + ",\"metadata\":{\"\\ud800\":1}}"),
                body("half of a surrogate pair as type", 400, "{\"eventType\":\"\\ud800\",\"serviceName\":\"a\"}"),
                body("NUL", 400, EVENT + ",\"message\":\"\0\"}"),
                body("raw line end in a text", 400, EVENT + ",\"message\":\"\n\"}"),
                body("NaN", 400, EVENT + ",\"timestamp\":NaN}"),
                body("Infinity", 400, EVENT + ",\"metadata\":{\"a\":-Infinity}}"),
                body("1e400", 400, EVENT + ",\"metadata\":{\"a\":1e400}}"),
                body("1e-400", 400, EVENT + ",\"metadata\":{\"a\":1e-400}}"),
                body("1e400 as time", 400, EVENT + ",\"timestamp\":1e400}"),
                body("1e308 as time", 400, EVENT + ",\"timestamp\":1e308}"),
                body("1e999999999 as time", 400, EVENT + ",\"timestamp\":1e999999999}"),
                body("a number of 2,000 digits", 400, EVENT + ",\"metadata\":{\"a\":" + "9".repeat(2_000) + "}}"),
                body("a number of 300 digits", 201, EVENT + ",\"metadata\":{\"a\":" + "9".repeat(300) + "}}"),
                body("leading zero", 400, EVENT + ",\"timestamp\":01}"),
                body("leading plus", 400, EVENT + ",\"timestamp\":+1}"),
                body("a time in the far future", 400, EVENT + ",\"timestamp\":9000000000000000}"),
                body(
                        "byte order mark",
                        201,
                        bytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, (EVENT + "}").getBytes(UTF_8))),
                body("UTF-16", 400, (EVENT + "}").getBytes(UTF_16)),
                body(
                        "metadata of more than 64 KiB",
                        400,
                        EVENT + ",\"metadata\":{\"a\":\"" + "x".repeat(70_000) + "\"}}"),
                body(
                        "metadata of 4,000,000 values",
                        400,
                        EVENT + ",\"metadata\":{\"a\":[1" + ",1".repeat(4_000_000) + "]}}"),
                body(
                        "a message of 2,000,000 characters",
                        400,
                        EVENT + ",\"message\":\"" + "x".repeat(2_000_000) + "\"}"),
                body("a message of 9,000 characters", 400, EVENT + ",\"message\":\"" + "x".repeat(9_000) + "\"}"),
                body("a name of 2,000,000 characters", 400, EVENT + ",\"" + "x".repeat(2_000_000) + "\":1}"),
                body("17 MiB", 413, "x".repeat(17 << 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void body_nasty_getsItsStatus(String name, int status, byte[] body) {
        RawCall.Answer answer = post("/events", body);

        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(status);
        assertThat(json(answer).has(status == 201 ? "id" : "error")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void batch_ofOneNastyEvent_getsItsStatus(String name, int status, byte[] body) {
        RawCall.Answer answer = post("/events/batch", bytes(bytes("{\"events\":["), body, bytes("]}")));

        // A byte order mark is only one at the start.
        int expected = name.equals("byte order mark") ? 400 : status;
        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(expected);
        assertThat(json(answer).has(expected == 201 ? "events" : "error")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void line_nasty_isAcceptedOrRejected(String name, int status, byte[] body) {
        byte[] sent = bytes(body, bytes("\n" + EVENT + ",\"id\":\"sentinel\"}"));
        String headers = "Content-Type: application/x-ndjson\r\nContent-Length: " + sent.length + "\r\n";

        RawCall.Answer answer = call(door.port(), "POST /events/stream", headers, sent);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode json = json(answer);
        assertThat(json.path("accepted").asInt() + json.path("duplicates").asInt())
                .as("%s: what comes after is taken: %s", name, answer.body())
                .isEqualTo(status == 201 ? 2 : 1);
    }

    @Test
    void chunks_of19MiB_areTooLarge() {
        byte[] chunk = bytes("10000\r\n" + " ".repeat(0x10000) + "\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < 19 * 16; i++) {
            body.writeBytes(chunk);
        }

        RawCall.Answer answer =
                call(door.port(), "POST /events", JSON + "Transfer-Encoding: chunked\r\n", body.toByteArray());

        assertThat(answer.status()).isEqualTo(413);
    }

    private static RawCall.Answer post(String path, byte[] body) {
        return call(door.port(), "POST " + path, JSON + "Content-Length: " + body.length + "\r\n", body);
    }

    private static Arguments body(String name, int status, String body) {
        return body(name, status, body.getBytes(UTF_8));
    }

    private static Arguments body(String name, int status, byte[] body) {
        return Arguments.of(name, status, body);
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    @Test
    void chunks_framedWrongly_areNoSuccess() {
        for (String path : List.of("/events", "/events/stream")) {
            String type = path.equals("/events") ? "application/json" : "application/x-ndjson";
            String line = "{\"eventType\":\"ERROR\",\"serviceName\":\"framed\"}\n";

            String answer = RawCall.send(
                    door.port(),
                    "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(line.length()) + "\r\n"
                            + line
                            + "\r\nZZ\r\n" + line + "\r\n0\r\n\r\n");

            assertThat(answer).as(path).startsWith("HTTP/1.1 400").containsIgnoringCase("connection: close");
        }
    }
}
