package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.web.router.Router;
import io.traceops.adapter.rest.HttpCalls.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the description of the API against the server. That real answers are as described is checked wherever a test of
 * this module gets one, see {@link HttpCalls}; here it is proved that this check can fail.
 */
class ApiDescriptionTest {
    /** The same page as that of the timeline, for a service whose name the router would take for something else. */
    private static final String UNDESCRIBED = "GET /events/timeline/grouping";

    private static RunningDoor door;
    private static ApiDescription description;

    @BeforeAll
    static void open() {
        door = RunningDoor.open();
        description = door.calls().description();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void routes_allOfThem_areTheDescribedOnes() {
        Set<String> routes = door.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> ApiDescription.operation(
                        route.getHttpMethodName(),
                        route.getUriMatchTemplate().toString().replace(":[^/]+", "")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes.remove(UNDESCRIBED)).isTrue();
        assertThat(routes).isEqualTo(description.operations());
    }

    @Test
    void description_servedAsYaml_namesTheVersionOfTheServer() {
        Reply reply = door.calls().get("/openapi.yml");

        assertThat(reply.header("content-type")).contains("application/yaml");
        assertThat(description.document().path("info").path("version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void operations_allOfThem_haveASummaryAndDistinctNames() {
        Set<String> names = new TreeSet<>();
        for (JsonNode path : description.document().path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText())
                        .as(operation.toString())
                        .isNotBlank();
                assertThat(operation.path("tags")).as(operation.toString()).isNotEmpty();
                assertThat(names.add(operation.path("operationId").asText()))
                        .as(operation.toString())
                        .isTrue();
            }
        }
        assertThat(names).noneMatch(name -> name.contains("_"));
    }

    @Test
    void statuses_ofStoring_areAllDescribed() {
        assertThat(description.statuses("POST", "/events"))
                .containsExactly("200", "201", "400", "408", "409", "413", "415", "422", "429", "500", "503");
        assertThat(description.statuses("POST", "/events/batch"))
                .containsExactly("201", "400", "408", "409", "413", "415", "422", "429", "500", "503");
    }

    @Test
    void references_allOfThem_leadSomewhere() {
        JsonNode schemas = description.document().path("components").path("schemas");
        for (JsonNode reference : description.document().findValues("$ref")) {
            String name = reference.asText().substring("#/components/schemas/".length());
            assertThat(schemas.has(name)).as(name).isTrue();
        }
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            assertThat(description.document().findValuesAsText("$ref"))
                    .as(schema.getKey())
                    .contains("#/components/schemas/" + schema.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\"}",
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"timestamp\":1.5,\"metadata\":{\"a\":[1]},\"id\":\"a\"}",
                "{\"eventType\":\"DEPLOY\",\"serviceName\":\"a\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"message\":\"\"}",
            })
    void request_asDescribed_isTaken(String event) throws IOException {
        assertThat(description.differences("EventRequest", new ObjectMapper().readTree(event)))
                .isEmpty();
        assertThat(door.calls().post("/events", event).status()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"serviceName\":\"a\"}",
                "{\"eventType\":\"ERROR\"}",
                "{\"eventType\":\"BANG\",\"serviceName\":\"a\"}",
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"timestamp\":true}",
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"metadata\":[]}",
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"id\":\"a b\"}",
                "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"message\":5}",
            })
    void request_notAsDescribed_isRefused(String event) throws IOException {
        assertThat(description.differences("EventRequest", new ObjectMapper().readTree(event)))
                .isNotEmpty();
        assertThat(door.calls().post("/events", event).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"events\":[]}",
                "{\"events\":[],\"count\":\"0\"}",
                "{\"events\":[],\"count\":0,\"nextCursor\":null}",
                "{\"events\":[],\"count\":0,\"more\":true}",
                "{\"events\":[{}],\"count\":1}",
            })
    void answer_notAsDescribed_isNoticed(String page) throws IOException {
        assertThat(description.differences("GET", "/events", 200, new ObjectMapper().readTree(page)))
                .isNotEmpty();
    }

    @Test
    void status_notDescribed_isNoticed() {
        assertThat(description.differences("GET", "/events", 418, new ObjectMapper().createObjectNode()))
                .containsExactly("GET /events is not described with status 418");
    }
}
