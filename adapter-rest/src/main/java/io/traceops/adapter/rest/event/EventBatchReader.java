package io.traceops.adapter.rest.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.capture.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a batch, {@code {"events":[…]}}, from JSON. Members beside the events are stepped over. */
final class EventBatchReader {
    /**
     * The most events that are kept one by one, far above the largest batch that is taken. Beyond, they only count, so
     * that a body full of empty events costs no more memory than one full of text.
     */
    private static final int DRAFTS_MAX = 100_000;

    private static final EventDraft UNREAD = new EventDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    private EventBatchReader() {}

    /** What a body was read as. */
    sealed interface Batch {
        /** As many events as the body has, none of them checked. */
        record Drafts(List<EventDraft> events) implements Batch {}

        /** It has no events where they should be. */
        record WithoutEvents(Violation violation) implements Batch {}
    }

    /** Reads the value whose first token the parser stands at, and leaves it at the last. */
    static Batch read(JsonParser parser) throws IOException {
        Batch batch = new Batch.WithoutEvents(new Violation("events", "is required: a list of events"));
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return batch;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isEvents = parser.currentName().equals("events");
            JsonToken first = parser.nextToken();
            if (isEvents && first == JsonToken.START_ARRAY) {
                batch = new Batch.Drafts(readEvents(parser));
            } else {
                parser.skipChildren();
            }
        }
        return batch;
    }

    private static List<EventDraft> readEvents(JsonParser parser) throws IOException {
        List<EventDraft> drafts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (drafts.size() < DRAFTS_MAX) {
                drafts.add(EventDraftReader.read(parser));
            } else {
                parser.skipChildren();
                drafts.add(UNREAD);
            }
        }
        return drafts;
    }
}
