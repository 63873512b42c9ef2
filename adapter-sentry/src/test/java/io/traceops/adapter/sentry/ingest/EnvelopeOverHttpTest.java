package io.traceops.adapter.sentry.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.Calls.Reply;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.ServiceName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeOverHttpTest {
    private static final String PATH = "/api/checkout/envelope/";

    private static final RunningDoor DOOR = RunningDoor.open();

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void event_inAnEnvelope_isStored() {
        String id = "00000000000000000000000000000001";
        Reply reply = DOOR.calls().post(PATH, envelope(id, "boom"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.header("Access-Control-Expose-Headers"))
                .contains("x-sentry-error,x-sentry-rate-limits,retry-after");
        Event event = DOOR.event(id).orElseThrow();
        assertThat(event.type()).isEqualTo(EventType.ERROR);
        assertThat(event.service()).isEqualTo(new ServiceName("checkout"));
        assertThat(event.message()).isEqualTo("Error: boom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/paths/envelope/",
                "/api/paths/envelope",
                "//api/paths/envelope/",
                "/api//paths//envelope//",
                "/api/paths/envelope/?sentry_version=7&sentry_client=sentry.javascript.browser%2F11.12.0",
            })
    void path_inAnyForm_isTheSame(String path) {
        Reply reply = DOOR.calls().post(path, envelope("", "boom"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asText()).matches("[0-9a-f]{32}");
        assertThat(DOOR.event(reply.json().path("id").asText()).orElseThrow().service())
                .isEqualTo(new ServiceName("paths"));
    }

    @Test
    void project_withOddCharacters_isTheService() {
        Reply reply = DOOR.calls().post("/api/a%20b%2Bc@d%2Fe/envelope/", envelope("", "boom"));

        assertThat(DOOR.event(reply.json().path("id").asText()).orElseThrow().service())
                .isEqualTo(new ServiceName("a b+c@d/e"));
    }

    @Test
    void envelope_withoutEvent_isAnsweredWithoutId() {
        double before = DOOR.counted("session", "dropped");
        Reply reply = DOOR.calls().post(PATH, "{}\n{\"type\":\"session\"}\n{}\n{\"type\":\"nobody_knows\"}\n{}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{}");
        assertThat(DOOR.counted("session", "dropped")).isEqualTo(before + 1);
        assertThat(DOOR.counted("unknown", "dropped")).isPositive();
    }

    @Test
    void event_thatIsResent_isStoredOnce() {
        String envelope = envelope("00000000000000000000000000000002", "boom");
        double before = DOOR.counted("event", "duplicate");

        assertThat(DOOR.calls().post(PATH, envelope).status()).isEqualTo(200);
        assertThat(DOOR.calls().post(PATH, envelope).status()).isEqualTo(200);
        assertThat(DOOR.counted("event", "duplicate")).isEqualTo(before + 1);
    }

    @Test
    void event_underAnIdThatIsTaken_isToldThatAllIsWell() {
        String id = "00000000000000000000000000000003";
        DOOR.calls().post(PATH, envelope(id, "first"));
        Reply reply = DOOR.calls().post(PATH, envelope(id, "second"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(DOOR.event(id).orElseThrow().message()).isEqualTo("Error: first");
    }

    @Test
    void events_ofOneEnvelope_areAllStored() {
        String id = "00000000000000000000000000000004";
        String event = "{\"type\":\"event\"}\n{\"message\":\"MANY\"}\n";
        Reply reply = DOOR.calls()
                .post(
                        "/api/many/envelope/",
                        "{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\"}\nbroken\n" + event + event);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(DOOR.events())
                .filteredOn(stored -> stored.message().equals("MANY"))
                .hasSize(2)
                .noneMatch(stored -> stored.id().value().equals(id));
    }

    @Test
    void body_thatIsPacked_isUnpacked() throws IOException {
        byte[] envelope = envelope("", "packed").getBytes(UTF_8);

        assertThat(sendPacked("gzip", gzip(envelope))).isEqualTo(200);
        assertThat(sendPacked("deflate", deflate(envelope))).isEqualTo(200);
        assertThat(sendPacked("UTF-8", envelope)).isEqualTo(200);
        assertThat(sendPacked("", envelope)).isEqualTo(200);
    }

    @Test
    void body_thatIsPackedInAnUnknownWay_isNoUnsupportedMediaType() {
        assertThat(sendPacked("compress", new byte[] {1, 2, 3})).isEqualTo(400);
        assertThat(sendPacked("gzip", new byte[] {1, 2, 3})).isEqualTo(400);
    }

    @Test
    void bomb_isNotUnpacked() throws IOException {
        assertThat(sendPacked("gzip", gzip(new byte[64 << 20]))).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=UTF-8", "application/x-sentry-envelope", "nonsense", "image/png"})
    void type_thatTheClientNames_makesNoDifference(String type) {
        Reply reply = DOOR.calls()
                .send(DOOR.calls()
                        .request(PATH + "?sentry_key=abc")
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(envelope("", "typed"))));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void body_inChunksWithoutType_isRead() {
        byte[] envelope = envelope("", "chunked").getBytes(UTF_8);
        Reply reply = DOOR.calls()
                .send(DOOR.calls()
                        .request(PATH + "?sentry_key=abc")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(envelope))));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void preflight_ofABrowser_isAllowedWithoutKey() {
        Reply reply = DOOR.calls().send(DOOR.calls().request(PATH).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(reply.header("Access-Control-Max-Age")).contains("3600");
        assertThat(reply.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("x-sentry-auth", "content-type", "content-encoding", "authorization");
    }

    @Test
    void method_thatIsNotPost_isNotAllowed() {
        Reply reply = DOOR.calls().send(DOOR.calls().request(PATH).GET());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("POST, OPTIONS");
        assertThat(reply.detail()).startsWith("method not allowed");
    }

    @Test
    void bytes_thatAreNoEnvelope_areRefusedInTheShapeOfSentry() {
        Reply reply = DOOR.calls().post(PATH, "{}\n{\"type\":\"event\",\"length\":100}\n{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.detail()).startsWith("malformed envelope: The envelope ends within an item");
        assertThat(reply.header("X-Sentry-Error")).contains(reply.detail());
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void event_thatIsTooLarge_isRefused() {
        String filler = " ".repeat(SentryEvent.BYTES_MAX);

        assertThat(DOOR.calls()
                        .post(PATH, "{}\n{\"type\":\"event\"}\n{" + filler + "}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void event_thatIsNoJson_isRefused() {
        double before = DOOR.counted("event", "invalid");

        assertThat(DOOR.calls().post(PATH, "{}\n{\"type\":\"event\"}\n[]").status())
                .isEqualTo(400);
        assertThat(DOOR.counted("event", "invalid")).isEqualTo(before + 1);
    }

    @Test
    void path_thatDoesNotExist_isNotFoundInTheShapeOfSentry() {
        Reply reply = DOOR.calls().post("/api/checkout/minidump/", "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.detail()).startsWith("no such path");
    }

    private static int sendPacked(String coding, byte[] body) {
        return DOOR.calls()
                .send(DOOR.calls()
                        .request(PATH + "?sentry_key=abc")
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofByteArray(body)))
                .status();
    }

    private static String envelope(String id, String value) {
        String header = id.isEmpty() ? "{\"sdk\":{}}" : "{\"event_id\":\"" + id + "\"}";
        return header + "\n{\"type\":\"event\"}\n{\"exception\":[{\"type\":\"Error\",\"value\":\"" + value + "\"}]}\n";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new DeflaterOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }
}
