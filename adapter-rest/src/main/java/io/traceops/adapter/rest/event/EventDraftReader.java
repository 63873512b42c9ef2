package io.traceops.adapter.rest.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.traceops.adapter.rest.problem.Rejections;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.capture.Violation;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.http.json.JsonValueReader;
import io.traceops.http.json.Times;
import io.traceops.http.json.WireNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads an event from JSON. What cannot be mapped becomes a violation of its field, so that a client learns of all its
 * mistakes at once. Fields that are not known are stepped over; {@code null} is the same as absent. Reads one event; not
 * thread-safe.
 */
public final class EventDraftReader {
    private static final WireNames<EventType> TYPES = WireNames.upper(EventType.values());

    private final JsonParser parser;
    private final List<Violation> malformed = new ArrayList<>(0);

    private Optional<String> id = Optional.empty();
    private Optional<EventType> type = Optional.empty();
    private Optional<String> serviceName = Optional.empty();
    private OptionalLong timestampMicros = OptionalLong.empty();
    private Optional<String> message = Optional.empty();
    private Optional<JsonObject> metadata = Optional.empty();

    private EventDraftReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value whose first token the parser stands at, and leaves it at the last. */
    public static EventDraft read(JsonParser parser) throws IOException {
        return new EventDraftReader(parser).readDraft();
    }

    private EventDraft readDraft() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            reject(Rejections.WHOLE_EVENT, "is " + found() + ", allowed an object");
        } else {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readField();
            }
        }
        return new EventDraft(id, type, serviceName, timestampMicros, message, metadata, malformed);
    }

    private void readField() throws IOException {
        String field = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return;
        }
        switch (field) {
            case "id" -> id = readText(field);
            case "eventType" -> type = readType(field);
            case "serviceName" -> serviceName = readText(field);
            case "timestamp" -> timestampMicros = readTime(field);
            case "message" -> message = readText(field);
            case "metadata" -> metadata = readMetadata(field);
            default -> parser.skipChildren();
        }
    }

    private Optional<String> readText(String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(parser.getText());
        }
        reject(field, "is " + found() + ", allowed a text");
        return Optional.empty();
    }

    private Optional<EventType> readType(String field) throws IOException {
        Optional<String> text = readText(field);
        Optional<EventType> read = text.flatMap(TYPES::find);
        if (text.isPresent() && read.isEmpty()) {
            reject(field, TYPES.problem());
        }
        return read;
    }

    private OptionalLong readTime(String field) throws IOException {
        OptionalLong micros = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Times.ofMillis(parser.getText());
            case VALUE_STRING -> Times.ofText(parser.getText());
            default -> OptionalLong.empty();
        };
        if (micros.isEmpty()) {
            reject(field, Times.PROBLEM);
        }
        return micros;
    }

    private Optional<JsonObject> readMetadata(String field) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            reject(field, "is " + found() + ", allowed an object");
            return Optional.empty();
        }
        JsonValueReader reader = new JsonValueReader(parser, Metadata.BYTES_MAX);
        JsonObject object = reader.readObject();
        Optional<String> problem = reader.problem();
        problem.ifPresent(text -> malformed.add(new Violation(field, text)));
        return problem.isPresent() ? Optional.empty() : Optional.of(object);
    }

    /** Notes that a value cannot be used, and steps over it. */
    private void reject(String field, String problem) throws IOException {
        malformed.add(new Violation(field, problem));
        parser.skipChildren();
    }

    /** What stands at the current token, in words. */
    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no JSON value begins with " + parser.currentToken());
        };
    }
}
