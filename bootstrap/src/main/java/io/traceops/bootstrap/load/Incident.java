package io.traceops.bootstrap.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recorded incident that comes with the program, moved in time so that it ends at a chosen instant. */
public final class Incident {
    private static final String RESOURCE = "/examples/incident.ndjson";
    private static final String TIMESTAMP = "timestamp";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Incident() {}

    /** The incident as NDJSON, with its last event at the given instant. */
    public static InputStream endingAt(Instant end) {
        List<ObjectNode> events = events();
        long last = events.stream().mapToLong(Incident::timestamp).max().orElseThrow();
        long shift = end.toEpochMilli() - last;
        String text = events.stream()
                .map(event -> event.put(TIMESTAMP, timestamp(event) + shift).toString() + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ObjectNode> events() {
        try (InputStream resource = Optional.ofNullable(Incident.class.getResourceAsStream(RESOURCE))
                .orElseThrow(() -> new IllegalStateException("the program is packaged without " + RESOURCE))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Incident::event)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode event(String line) {
        try {
            return JSON.readValue(line, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long timestamp(ObjectNode event) {
        JsonNode timestamp = event.required(TIMESTAMP);
        return timestamp.isNumber()
                ? timestamp.longValue()
                : Instant.parse(timestamp.asText()).toEpochMilli();
    }
}
