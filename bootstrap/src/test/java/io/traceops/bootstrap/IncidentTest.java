package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.traceops.bootstrap.ExpectedIncident.Part;
import io.traceops.bootstrap.door.Reply;
import io.traceops.bootstrap.door.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The incident in {@code examples}, with a clock that stands still. Error rates, points for being new and reasons change
 * with the time of asking, so they can be held against a text only at a fixed time.
 */
class IncidentTest {
    private static final Instant RIGHT_AFTER = Instant.parse("2026-09-15T15:05:00Z");

    @Test
    void incident_askedRightAfter_isAnsweredAsExpected() throws IOException {
        try (TwoServers servers = TwoServers.at(RIGHT_AFTER, Map.of())) {
            servers.same(client -> client.stream(ExpectedIncident.events()));

            ExpectedIncident.assertExpected(Part.RIGHT_AFTER, servers.sameText(IncidentReport::attention));
            servers.setNow(RIGHT_AFTER.plus(Duration.ofDays(3)));
            ExpectedIncident.assertExpected(Part.LONG_AFTER, servers.sameText(IncidentReport::longAfter));
        }
    }

    @Test
    void incident_arrivingInAnotherOrder_isAnsweredTheSame() throws IOException {
        List<JsonNode> events = new ArrayList<>(ExpectedIncident.events());
        Collections.shuffle(events, new Random(7));
        try (TwoServers servers = TwoServers.at(RIGHT_AFTER, Map.of())) {
            servers.same(client -> client.stream(events));

            ExpectedIncident.assertExpected(Part.RIGHT_AFTER, servers.sameText(IncidentReport::attention));
        }
    }

    @Test
    void server_thatIsStopping_refusesAlike() {
        JsonNode event =
                JsonNodeFactory.instance.objectNode().put("eventType", "ERROR").put("serviceName", "late");
        try (TwoServers servers = TwoServers.at(RIGHT_AFTER, Map.of())) {
            servers.refuseNew();

            Reply reply = servers.same(client -> client.create(event));

            assertThat(reply.verdict()).isEqualTo(Verdict.STOPPING);
        }
    }

    @Test
    void store_thatIsFull_refusesAlike() {
        // One by one: how much room is made depends on how much comes at once.
        List<JsonNode> events = ExpectedIncident.events().subList(0, 60);
        Map<String, String> small = Map.of("--limits-events", "20", "--limits-services", "5");
        try (TwoServers servers = TwoServers.at(RIGHT_AFTER, small)) {
            events.forEach(event -> servers.same(client -> client.create(event)));
            JsonNode tooOld = events.stream()
                    .filter(event -> event.path("serviceName").textValue().equals("gateway"))
                    .findFirst()
                    .orElseThrow();
            JsonNode oneMore = JsonNodeFactory.instance
                    .objectNode()
                    .put("eventType", "ERROR")
                    .put("serviceName", "one service more");

            assertThat(servers.same(client -> client.create(tooOld)).verdict()).isEqualTo(Verdict.TOO_OLD);
            assertThat(servers.same(client -> client.create(oneMore)).verdict()).isEqualTo(Verdict.BUSY);
            servers.same(client -> client.timeline("gateway", Map.of("limit", "3")));
            servers.same(client -> client.services());
        }
    }
}
