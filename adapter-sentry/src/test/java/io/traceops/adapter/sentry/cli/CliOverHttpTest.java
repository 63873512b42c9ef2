package io.traceops.adapter.sentry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.sentry.Calls.Reply;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.ServiceName;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliOverHttpTest {
    private static final String RELEASES = "organizations/acme/releases/";
    private static final long NOON_MICROS = 1_772_366_400_000_000L;

    private final RunningDoor door = RunningDoor.open(SentrySettings.of(
            Set.of(), Set.of("sesame"), Map.of("42", new ServiceName("checkout")), false, RunningDoor.NOON));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void info_withAGoodToken_isAnswered() {
        Reply reply = call("GET", "", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.json().has("auth")).isTrue();
        assertThat(reply.json().has("user")).isTrue();
    }

    @Test
    void token_thatIsMissingOrUnknown_isRefused() {
        assertThat(door.calls().send(door.calls().request("/api/0/").GET()).status())
                .isEqualTo(401);
        assertThat(door.calls()
                        .send(door.calls()
                                .request("/api/0/")
                                .header("Authorization", "Bearer sesam")
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void release_thatIsAnnouncedTwice_isOneRelease() {
        Reply first = call("POST", RELEASES, "{\"version\":\"shop@1.0+5\",\"projects\":[\"checkout\",42]}");
        Reply second = call("POST", RELEASES, "{\"version\":\"shop@1.0+5\",\"projects\":[\"billing\"]}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("version").asText()).isEqualTo("shop@1.0+5");
        assertThat(first.json().path("dateCreated").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("projects").findValuesAsText("slug"))
                .containsExactly("checkout", "42", "billing");
        assertThat(call("GET", RELEASES + "shop@1.0%2B5/", "").status()).isEqualTo(200);
        assertThat(call("GET", "projects/acme/checkout/releases/", "").json()).hasSize(1);
        assertThat(call("GET", "organizations/other/releases/", "").json()).isEmpty();
    }

    @Test
    void release_isFinalizedAndArchived() {
        call("PUT", RELEASES + "1.0/", "{\"projects\":[\"checkout\"],\"dateReleased\":\"2026-03-01T12:00:00Z\"}");
        call("POST", RELEASES, "{\"version\":\"1.0\",\"status\":\"archived\"}");
        Reply reply = call("GET", RELEASES + "1.0/", "");

        assertThat(reply.json().path("dateReleased").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(reply.json().path("status").asText()).isEqualTo("archived");
        assertThat(reply.json().path("projects").findValuesAsText("slug")).containsExactly("checkout");
    }

    @Test
    void release_thatIsDeleted_isGone() {
        call("POST", RELEASES, "{\"version\":\"1.0\",\"projects\":[]}");

        assertThat(call("DELETE", RELEASES + "1.0/", "").status()).isEqualTo(204);
        assertThat(call("DELETE", RELEASES + "1.0/", "").status()).isEqualTo(404);
        assertThat(call("GET", RELEASES + "1.0/", "").status()).isEqualTo(404);
    }

    @Test
    void commits_areAskedForAndTaken() {
        assertThat(call("GET", "organizations/acme/repos/?cursor=", "").text()).isEqualTo("[]");
        assertThat(call("GET", RELEASES + "1.0/previous-with-commits/", "").text())
                .isEqualTo("{}");
        Reply reply = call(
                "PUT",
                RELEASES + "1.0/",
                "{\"commits\":[{\"id\":\"c1\",\"author_name\":\"Ada\",\"message\":\"Fix it\",\"patch_set\":[]}]}");

        assertThat(reply.json().path("commitCount").asInt()).isEqualTo(1);
        assertThat(call("PUT", RELEASES + "1.0/", "{\"refs\":[{\"repository\":\"r\",\"commit\":\"c2\"}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deploy_isAnEventOfEachProject() {
        call("POST", RELEASES, "{\"version\":\"1.0\",\"projects\":[\"billing\",\"42\"]}");
        call("PUT", RELEASES + "1.0/", "{\"commits\":[{\"id\":\"c1\",\"message\":\"Fix it\"}]}");
        Reply reply = call(
                "POST",
                RELEASES + "1.0/deploys/",
                "{\"environment\":\"production\",\"name\":\"blue\",\"url\":\"https://ci.example/7\","
                        + "\"dateStarted\":\"2026-03-01T11:50:00Z\",\"dateFinished\":\"2026-03-01T11:55:00Z\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("environment").asText()).isEqualTo("production");
        assertThat(door.events()).hasSize(2).allMatch(event -> event instanceof Deploy);
        assertThat(door.events())
                .extracting(event -> event.service().value())
                .containsExactlyInAnyOrder("billing", "checkout");
        Event event = door.events().getFirst();
        assertThat(event.id().value()).matches("deploy:[0-9a-f]{32}");
        assertThat(event.timestampMicros()).isEqualTo(NOON_MICROS - 300_000_000L);
        assertThat(event.message()).isEqualTo("Deployed 1.0 to production");
        Map<String, JsonValue> metadata = event.metadata().object().members();
        assertThat(metadata)
                .containsEntry("version", new JsonString("1.0"))
                .containsEntry("release", new JsonString("1.0"))
                .containsEntry("environment", new JsonString("production"))
                .containsEntry("name", new JsonString("blue"))
                .containsEntry("url", new JsonString("https://ci.example/7"))
                .containsEntry("dateStarted", new JsonString("2026-03-01T11:50:00Z"))
                .containsEntry("dateFinished", new JsonString("2026-03-01T11:55:00Z"));
        assertThat(metadata)
                .containsEntry(
                        "commits",
                        new JsonArray(List.of(new JsonObject(
                                Map.of("id", new JsonString("c1"), "message", new JsonString("Fix it"))))));
        assertThat(call("GET", RELEASES + "1.0/deploys/", "").json()).hasSize(1);
    }

    @Test
    void deploy_thatIsAnnouncedAgain_isOneEvent() {
        String body = "{\"environment\":\"production\",\"projects\":[\"checkout\"]}";

        assertThat(call("POST", RELEASES + "1.0/deploys/", body).status()).isEqualTo(201);
        call("PUT", RELEASES + "1.0/", "{\"commits\":[{\"id\":\"c1\"}]}");
        assertThat(call("POST", RELEASES + "1.0/deploys/", body).status()).isEqualTo(201);
        assertThat(door.events()).hasSize(1);
        assertThat(door.counted("deploy", "accepted")).isEqualTo(1);
        assertThat(door.counted("deploy", "duplicate")).isEqualTo(1);
    }

    @Test
    void deploys_thatDiffer_areEventsOfTheirOwn() {
        call("POST", RELEASES + "1.0/deploys/", "{\"environment\":\"production\",\"projects\":[\"checkout\"]}");
        call("POST", RELEASES + "1.0/deploys/", "{\"environment\":\"staging\",\"projects\":[\"checkout\"]}");
        call("POST", RELEASES + "1.1/deploys/", "{\"environment\":\"production\",\"projects\":[\"checkout\"]}");
        call(
                "POST",
                RELEASES + "1.0/deploys/",
                "{\"environment\":\"production\",\"projects\":[\"checkout\"],\"dateFinished\":\"2026-03-01T11:00:00Z\"}");

        assertThat(door.events()).hasSize(4);
    }

    @Test
    void deploy_withoutFinish_happenedAtItsStartElseNow() {
        call(
                "POST",
                RELEASES + "1.0/deploys/",
                "{\"environment\":\"a\",\"projects\":[\"checkout\"],\"dateStarted\":\"2026-03-01T11:00:00Z\"}");
        call("POST", RELEASES + "1.0/deploys/", "{\"environment\":\"b\",\"projects\":[\"checkout\"]}");

        assertThat(door.events())
                .extracting(Event::timestampMicros)
                .containsExactly(NOON_MICROS, NOON_MICROS - 3_600_000_000L);
    }

    @Test
    void deploy_ofNoProject_isRefusedWithAdvice() {
        Reply reply = call("POST", RELEASES + "1.0/deploys/", "{\"environment\":\"production\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.detail()).contains("--project", "releases new");
        assertThat(door.events()).isEmpty();
    }

    @Test
    void deploy_ofAProjectThatIsNoService_isRefused() {
        String body = "{\"environment\":\"production\",\"projects\":[\"a\\u0000b\"]}";

        assertThat(call("POST", RELEASES + "1.0/deploys/", body).status()).isEqualTo(400);
    }

    @Test
    void deploy_ofOneServiceTooMany_isRefused() {
        try (RunningDoor small = RunningDoor.open(new MemoryLimits(1_000, 1_000, 1, 1_000))) {
            String body = "{\"environment\":\"production\",\"projects\":[\"a\",\"b\"]}";
            Reply reply = small.calls().cli("POST", RELEASES + "1.0/deploys/", body);

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).contains("60");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, organizations/acme/chunk-upload/",
        "POST, projects/acme/checkout/files/dsyms/",
        "POST, projects/acme/checkout/releases/1.0/files/",
        "POST, organizations/acme/artifactbundle/assemble/",
        "POST, projects/acme/checkout/files/difs/assemble/",
    })
    void upload_isRefusedInWords(String method, String path) {
        Reply reply = call(method, path, method.equals("GET") ? "" : "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.detail()).contains("not supported", "source maps");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, organizations/",
        "GET, organizations/acme/projects/",
        "PATCH, organizations/acme/releases/",
        "DELETE, organizations/acme/releases/1.0/deploys/",
        "POST, organizations/acme/monitors/",
        "GET, users/me/",
        "POST, ''",
    })
    void call_thatIsNotSupported_isRefusedInWords(String method, String path) {
        Reply reply = call(method, path, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.detail()).contains("not supported", method);
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "[], 400", "hello, 400", "{}, 400", "'{\"version\":\" \"}', 400"})
    void body_thatAnnouncesNothing_isRefused(String body, int status) {
        Reply reply = door.calls()
                .send(door.calls()
                        .request("/api/0/" + RELEASES)
                        .header("Authorization", "Bearer sesame")
                        .POST(BodyPublishers.ofString(body)));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.detail()).isNotEmpty();
    }

    @Test
    void version_thatIsTooLong_isRefused() {
        String version = "v".repeat(ReleaseId.LENGTH_MAX + 1);

        assertThat(call("POST", RELEASES, "{\"version\":\"" + version + "\"}").status())
                .isEqualTo(400);
        assertThat(call("POST", RELEASES + version + "/deploys/", "{\"projects\":[\"a\"]}")
                        .status())
                .isEqualTo(400);
    }

    private Reply call(String method, String path, String body) {
        return door.calls().cli(method, path, body);
    }
}
