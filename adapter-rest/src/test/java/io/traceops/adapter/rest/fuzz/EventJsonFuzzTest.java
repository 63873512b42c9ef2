package io.traceops.adapter.rest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traceops.adapter.rest.event.EventDraftReader;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.http.json.JsonInput;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.json.Parsed;
import io.traceops.http.problem.Problem;
import java.io.IOException;

/** Whatever bytes arrive as an event: they are read or refused with a problem that can be said, and nothing fails. */
class EventJsonFuzzTest {
    private static final ObjectMapper OTHER_PARSER = new ObjectMapper();

    @FuzzTest(maxDuration = "10m")
    void event_fromAnyBytes_isReadOrRefused(byte[] bytes) throws IOException {
        switch (JsonInput.read(bytes, EventDraftReader::read)) {
            case Parsed.Malformed<EventDraft>(String problem) ->
                OTHER_PARSER.readTree(JsonOutput.bytes(Problem.of("malformed body", problem)));
            case Parsed.Ok<EventDraft>(EventDraft draft) -> {
                // What this door takes for JSON, a parser that takes more does too.
                OTHER_PARSER.readTree(new String(bytes, UTF_8).replace("\uFEFF", ""));
                assertThat(draft.malformed()).doesNotContainNull();
                if (draft.metadata().isPresent()
                        && Metadata.problemOf(draft.metadata().get()).isEmpty()) {
                    holdsReadAndWritten(draft.metadata().get());
                }
            }
        }
    }

    private static void holdsReadAndWritten(JsonObject metadata) {
        byte[] written = ("{\"metadata\":" + new String(JsonOutput.bytes(metadata), UTF_8) + "}").getBytes(UTF_8);
        JsonObject again = JsonInput.read(written, EventDraftReader::read)
                .either(draft -> draft.metadata().orElse(JsonObject.EMPTY), _ -> JsonObject.EMPTY);
        assertThat(again).isEqualTo(metadata);
    }
}
