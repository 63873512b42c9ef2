package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The incident and what must be answered about it, as they stand in {@code examples}. To write the answers anew, run the
 * tests of the incident with {@code -Dincident.write=true}, and read the difference.
 */
final class ExpectedIncident {
    static final Path EVENTS = Path.of("..", "examples", "incident.ndjson");

    private static final Path ANSWERS = Path.of("..", "examples", "incident.expected.txt");
    private static final String RULE = "=".repeat(100) + "\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExpectedIncident() {}

    /** A part of the answers; each stands under a heading of its own. */
    enum Part {
        LONG_AFTER("Asked at any time once the incident lies days back\n"),
        RIGHT_AFTER("Asked at 2026-09-15T15:05:00Z, half a minute after the last event\n");

        private final String heading;

        Part(String heading) {
            this.heading = RULE + heading + RULE;
        }
    }

    static List<JsonNode> events() {
        try {
            return Files.readAllLines(EVENTS).stream()
                    .map(ExpectedIncident::event)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds answers against the part of the file that they belong to. */
    static void assertExpected(Part part, String answers) throws IOException {
        String file = Files.readString(ANSWERS);
        int start = file.indexOf(part.heading);
        assertThat(start).as("the file has the heading of the part").isNotNegative();
        int from = start + part.heading.length();
        int to = file.indexOf(RULE, from);
        String expected = file.substring(from, to < 0 ? file.length() : to);
        if (Boolean.getBoolean("incident.write")) {
            Files.writeString(ANSWERS, file.substring(0, from) + answers + file.substring(from + expected.length()));
        } else {
            assertThat(answers).isEqualTo(expected);
        }
    }

    private static JsonNode event(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
