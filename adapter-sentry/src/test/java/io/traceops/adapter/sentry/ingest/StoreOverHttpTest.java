package io.traceops.adapter.sentry.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.Calls.Reply;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.domain.event.ServiceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOverHttpTest {
    private static final RunningDoor DOOR = RunningDoor.open();

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void event_asJson_isStored() {
        String id = "10000000000000000000000000000001";
        Reply reply = DOOR.calls().post("/api/old/store/", "{\"event_id\":\"" + id + "\",\"message\":\"plain\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(DOOR.event(id).orElseThrow().message()).isEqualTo("plain");
    }

    @Test
    void event_packedAndInBase64_isStored() throws IOException {
        String id = "10000000000000000000000000000002";
        byte[] json = ("{\"event_id\":\"" + id + "\",\"message\":\"packed\"}").getBytes(UTF_8);
        Reply reply = DOOR.calls().post("/api/old/store", Base64.getEncoder().encode(deflate(json)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(DOOR.event(id).orElseThrow().message()).isEqualTo("packed");
    }

    @Test
    void event_withoutProjectInThePath_namesItItself() {
        String id = "10000000000000000000000000000003";
        Reply reply = DOOR.calls().post("/api/store/", "{\"event_id\":\"" + id + "\",\"project\":\"billing\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(DOOR.event(id).orElseThrow().service()).isEqualTo(new ServiceName("billing"));
    }

    @Test
    void event_thatNoProjectIsNamedFor_isRefused() {
        Reply reply = DOOR.calls().post("/api/store/", "{\"message\":\"whose?\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.detail()).startsWith("no project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "hello", "aGVsbG8=", "!!!", "\u00fc"})
    void body_thatIsNoEvent_isRefused(String body) {
        assertThat(DOOR.calls().post("/api/old/store/", body).status()).isEqualTo(400);
        assertThat(DOOR.calls().post("/api/store/", body).status()).isEqualTo(400);
    }

    @Test
    void bomb_isNotUnpacked() throws IOException {
        byte[] blanks = new byte[8 * SentryEvent.BYTES_MAX];
        Arrays.fill(blanks, (byte) ' ');

        assertThat(DOOR.calls()
                        .post("/api/old/store/", Base64.getEncoder().encode(deflate(blanks)))
                        .status())
                .isEqualTo(413);
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new DeflaterOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }
}
