package io.traceops.adapter.sentry.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Fingerprint;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.http.json.JsonOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDKs of many languages send, in the shape in which they send it. */
class ZooTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "browser",
                "browser-message",
                "node",
                "node-top-level",
                "python",
                "python-logging",
                "go",
                "php",
                "ruby",
                "dotnet",
                "java",
                "raven-node"
            })
    void event_ofAnSdk_isMapped(String name) throws IOException {
        EventDraft draft = Drafts.draft(resource(name + ".json"));

        ObjectNode mapped = JSON.createObjectNode();
        draft.id().ifPresent(id -> mapped.put("id", id));
        draft.timestampMicros().ifPresent(micros -> mapped.put("timestampMicros", micros));
        draft.message().ifPresent(message -> mapped.put("message", message));
        mapped.set("metadata", JSON.readTree(JsonOutput.bytes(draft.metadata().orElseThrow())));

        JsonNode expected = JSON.readTree(resource(name + ".expected.json"));
        assertThat(mapped.toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    /**
     * One failure, sent through the SDK and sent elsewhere as the runtime prints it. Python is not among them: its sample
     * has a cause, which decides here, while of a printed chain the exception that was thrown does.
     */
    @ParameterizedTest
    @ValueSource(strings = {"browser", "node", "node-top-level", "go", "ruby", "dotnet", "java"})
    void error_ofAnSdk_isTheOneThatTheRuntimePrints(String name) {
        EventDraft draft = Drafts.draft(resource(name + ".json"));
        Map<String, JsonValue> printed = new LinkedHashMap<>();
        printed.put("stack", new JsonString(new String(resource(name + ".stack.txt"), UTF_8)));
        draft.metadata().flatMap(metadata -> metadata.member("route")).ifPresent(route -> printed.put("route", route));

        assertThat(fingerprint(draft, draft.metadata().orElseThrow()))
                .isEqualTo(fingerprint(draft, new JsonObject(printed)));
    }

    private static Fingerprint fingerprint(EventDraft draft, JsonObject metadata) {
        ErrorEvent error = new ErrorEvent(
                new EventId("e"),
                new ServiceName("checkout"),
                0,
                draft.message().orElseThrow(),
                new Metadata(metadata));
        return FINGERPRINTER.group(error).fingerprint();
    }

    private static byte[] resource(String name) {
        try (InputStream file = ZooTest.class.getResourceAsStream("/io/traceops/adapter/sentry/zoo/" + name)) {
            return Optional.ofNullable(file).orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
