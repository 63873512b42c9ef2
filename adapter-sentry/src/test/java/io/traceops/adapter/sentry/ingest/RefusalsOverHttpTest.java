package io.traceops.adapter.sentry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.sentry.Calls.Reply;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.application.capture.Admission;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.ServiceName;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is turned away, and how. */
class RefusalsOverHttpTest {
    private static final String PATH = "/api/checkout/envelope/";
    private static final RunningDoor DOOR = RunningDoor.open();

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void event_thatIsTooOld_isToldThatAllIsWell() {
        try (RunningDoor small = RunningDoor.open(new MemoryLimits(10, 1_000, 1, 1_000))) {
            for (int i = 0; i < 30; i++) {
                small.calls().post(PATH, timed("2026-03-01T11:00:" + (10 + i) + "Z"));
            }
            Reply reply = small.calls().post(PATH, timed("2026-01-01T00:00:00Z"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("id").asText()).matches("[0-9a-f]{32}");
            assertThat(small.counted("event", "rejected")).isEqualTo(1);
        }
    }

    @Test
    void server_thatStops_saysSo() {
        try (RunningDoor stopping = RunningDoor.open()) {
            stopping.admission().stop();
            Reply reply = stopping.calls().post(PATH, envelope("", "late"));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.detail()).startsWith("stopping");
        }
    }

    @Test
    void server_thatIsFull_asksToWait() {
        List<Admission.Permit> permits = new ArrayList<>();
        while (DOOR.admission().enter() instanceof Admission.Answer.Entered(Admission.Permit permit)) {
            permits.add(permit);
        }
        try {
            Reply reply = DOOR.calls().post(PATH, envelope("", "late"));

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).contains("1");
            assertThat(reply.header("X-Sentry-Rate-Limits")).contains("1:error:key:overloaded");
            assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        } finally {
            permits.forEach(Admission.Permit::close);
        }
    }

    @Test
    void service_beyondThoseThatAreKept_isToldToWait() {
        try (RunningDoor small = RunningDoor.open(new MemoryLimits(1_000, 1_000, 1, 1_000))) {
            small.calls().post("/api/first/envelope/", envelope("", "boom"));
            Reply reply = small.calls().post("/api/second/envelope/", envelope("", "boom"));

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).contains("60");
            assertThat(reply.header("X-Sentry-Rate-Limits")).contains("60:error:key:too_many_services");
            assertThat(small.counted("event", "rejected")).isEqualTo(1);
        }
    }

    @Test
    void key_isCheckedInEveryPlace() {
        SentrySettings settings = SentrySettings.of(
                Set.of("abc"), Set.of(), Map.of("42", new ServiceName("checkout")), false, RunningDoor.NOON);
        try (RunningDoor closed = RunningDoor.open(settings)) {
            String path = "/api/42/envelope/";
            assertThat(status(closed, path, "", "X-Sentry-Auth", "Sentry sentry_key=abc"))
                    .isEqualTo(200);
            assertThat(status(closed, path, "", "X-Sentry-Auth", "Sentry sentry_key=abd"))
                    .isEqualTo(403);
            assertThat(status(closed, path, "", "X-Sentry-Auth", "nonsense")).isEqualTo(400);
            assertThat(status(closed, path, "", "Authorization", "Sentry sentry_key=abc"))
                    .isEqualTo(200);
            assertThat(status(closed, path + "?sentry_key=abc", "", "X", "y")).isEqualTo(200);
            assertThat(status(closed, path + "?sentry_key=abd", "", "X", "y")).isEqualTo(403);
            assertThat(status(closed, path, "", "X", "y")).isEqualTo(401);
            assertThat(status(closed, path, "https://abc@errors.example/42", "X", "y"))
                    .isEqualTo(200);
            assertThat(status(closed, path, "https://abd@errors.example/42", "X", "y"))
                    .isEqualTo(403);
            assertThat(status(closed, path, "nonsense", "X", "y")).isEqualTo(400);
            assertThat(closed.events()).extracting(Event::service).containsOnly(new ServiceName("checkout"));
        }
    }

    @Test
    void door_thatIsSwitchedOff_isNotThere() {
        try (RunningDoor none = RunningDoor.switchedOff()) {
            Reply reply = none.calls().post(PATH, envelope("", "boom"));

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("error").asText()).isEqualTo("no such path");
        }
    }

    private static String timed(String timestamp) {
        return "{}\n{\"type\":\"event\"}\n{\"message\":\"m\",\"timestamp\":\"" + timestamp + "\"}";
    }

    private static int status(RunningDoor closed, String path, String dsn, String header, String value) {
        String envelope = envelope("", "keyed");
        String body = dsn.isEmpty() ? envelope : envelope.replaceFirst("\\{", "{\"dsn\":\"" + dsn + "\",");
        return closed.calls()
                .send(closed.calls().request(path).header(header, value).POST(BodyPublishers.ofString(body)))
                .status();
    }

    private static String envelope(String id, String value) {
        String header = id.isEmpty() ? "{\"sdk\":{}}" : "{\"event_id\":\"" + id + "\"}";
        return header + "\n{\"type\":\"event\"}\n{\"exception\":[{\"type\":\"Error\",\"value\":\"" + value + "\"}]}\n";
    }
}
