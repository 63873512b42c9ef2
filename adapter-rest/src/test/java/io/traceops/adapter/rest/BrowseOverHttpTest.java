package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowseOverHttpTest {
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
        Sent.all(
                door,
                Sent.deploy("shop", "shop-1", 1_000),
                Sent.error("shop", "shop-2", 2_000),
                Sent.error("shop", "shop-3", 3_000),
                Sent.event("CONFIG_CHANGE", "shop", "shop-4", 4_000, "pool"),
                Sent.error("other", "other-1", 2_500));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void events_ofAllServices_comeNewestFirst() {
        assertThat(ids("/events?startTime=1000&endTime=4000"))
                .containsExactly("shop-4", "shop-3", "other-1", "shop-2", "shop-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceName=shop                                                    | shop-4 shop-3 shop-2 shop-1",
                "serviceName=shop&eventType=ERROR                                    | shop-3 shop-2",
                "serviceName=shop&eventType=config_change                            | shop-4",
                "serviceName=shop&startTime=2000&endTime=3000                        | shop-3 shop-2",
                "serviceName=shop&startTime=1970-01-01T00:00:03Z                     | shop-4 shop-3",
                "serviceName=shop&endTime=1970-01-01T01:00:02%2B01:00                | shop-2 shop-1",
                "serviceName=shop&startTime=2000.001                                 | shop-4 shop-3",
                "serviceName=%20shop%20&limit=1&unknown=parameter                    | shop-4",
                "serviceName=nobody                                                  | ''",
            })
    void events_filtered_areTheOnesAskedFor(String query, String expected) {
        assertThat(String.join(" ", ids("/events?" + query))).isEqualTo(expected);
    }

    @Test
    void events_wrongQuery_namesEveryParameter() {
        Reply reply = door.calls().get("/events?serviceName=%20&eventType=x&startTime=y&endTime=z&limit=0&cursor=c");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("serviceName", "eventType", "startTime", "endTime", "limit", "cursor");
    }

    @Test
    void events_parameterGivenTwice_isNotGuessedAt() {
        Reply reply = door.calls().get("/events?serviceName=shop&limit=1&serviceName=other");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").toString())
                .isEqualTo("[{\"field\":\"serviceName\",\"problem\":\"is given more than once\"}]");
    }

    @Test
    void timeline_withASlashAtTheEnd_isThatOfTheService() {
        assertThat(door.calls().get("/events/timeline/shop/").json())
                .isEqualTo(door.calls().get("/events/timeline/shop").json());
    }

    @Test
    void events_pagedWhileOthersArrive_neitherRepeatNorSkip() {
        for (int i = 0; i < 20; i++) {
            Sent.all(door, Sent.error("paged", "paged-" + i, 10_000 + i));
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = door.calls().get("/events?serviceName=paged&limit=3").json();
        for (int arriving = 0; ; arriving++) {
            page.path("events").findValuesAsText("id").forEach(seen::add);
            if (!page.has("nextCursor")) {
                break;
            }
            // One newer than all and one older than what was seen: the older one belongs to what is still to come.
            Sent.all(
                    door,
                    Sent.error("paged", "newer-" + arriving, 20_000 + arriving),
                    Sent.error("paged", "older-" + arriving, 5_000 - arriving));
            page = door.calls()
                    .get("/events?serviceName=paged&limit=3&cursor="
                            + page.path("nextCursor").asText())
                    .json();
        }

        assertThat(seen).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("newer"));
        assertThat(seen.stream().filter(id -> id.startsWith("paged"))).hasSize(20);
        assertThat(seen).contains("older-0", "older-5");
    }

    @Test
    void events_cursorOfAnotherQuestion_isRefused() {
        String cursor = door.calls()
                .get("/events?serviceName=shop&limit=1")
                .json()
                .path("nextCursor")
                .asText();

        Reply reply = door.calls().get("/events?serviceName=other&limit=1&cursor=" + cursor);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").get(0).path("field").asText())
                .isEqualTo("cursor");
    }

    @Test
    void event_known_isAnswered() {
        assertThat(door.calls().get("/events/shop-1").json().path("eventType").asText())
                .isEqualTo("DEPLOY");
    }

    @ParameterizedTest
    @CsvSource({"nothing", "a%2Fb", "%20", "%3Cscript%3E", "~", "*", "timeline", "batch"})
    void event_unknown_answersNotFound(String id) {
        Reply reply = door.calls().get("/events/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("error").asText()).startsWith("no event ");
    }

    @Test
    void timeline_ofService_comesOldestFirstWithLikelyCauses() {
        JsonNode timeline = door.calls().get("/events/timeline/shop").json();

        assertThat(timeline.path("serviceName").asText()).isEqualTo("shop");
        assertThat(timeline.path("count").asInt()).isEqualTo(4);
        assertThat(timeline.path("correlationWindowMinutes").asInt()).isEqualTo(5);
        assertThat(timeline.path("events").findValuesAsText("id"))
                .containsExactly("shop-1", "shop-2", "shop-3", "shop-4");
        assertThat(timeline.path("events").findValuesAsText("isLikelyCause"))
                .containsExactly("false", "true", "true", "false");
        assertThat(timeline.path("events").findValuesAsText("correlatedTo")).containsExactly("shop-1", "shop-1");
        assertThat(timeline.has("horizon")).isFalse();
    }

    @Test
    void timeline_paged_goesOn() {
        JsonNode first =
                door.calls().get("/events/timeline/shop?limit=3&startTime=2000").json();
        assertThat(first.has("nextCursor")).isFalse();

        JsonNode page = door.calls().get("/events/timeline/shop?limit=3").json();
        JsonNode rest = door.calls()
                .get("/events/timeline/shop?limit=3&cursor="
                        + page.path("nextCursor").asText())
                .json();
        assertThat(rest.path("events").findValuesAsText("id")).containsExactly("shop-4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grouping         | grouping",
                "a%2Fb            | a/b",
                "a+b              | a+b",
                "a%20b            | a b",
                "a;b=c&d(e)!@'$,* | a;b=c&d(e)!@'$,*",
                "%C3%A9%F0%9F%98%80 | é😀",
            })
    void timeline_oddServiceName_isReadAsItIs(String path, String name) {
        Sent.all(door, Sent.error(name, "odd-" + name.hashCode(), 100));

        JsonNode timeline = door.calls().get("/events/timeline/" + path).json();

        assertThat(timeline.path("serviceName").asText()).isEqualTo(name);
        assertThat(timeline.path("count").asInt()).isOne();
    }

    @Test
    void timeline_wrongQuery_namesEveryParameter() {
        Reply reply = door.calls().get("/events/timeline/%20?startTime=5&endTime=4&limit=1001");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("serviceName", "endTime", "limit");
    }

    private static List<String> ids(String path) {
        return door.calls().get(path).json().path("events").findValuesAsText("id");
    }
}
