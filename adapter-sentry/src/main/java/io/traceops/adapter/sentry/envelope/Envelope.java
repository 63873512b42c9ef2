package io.traceops.adapter.sentry.envelope;

import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.List;

/**
 * What was in an envelope.
 *
 * @param header the first line: {@code event_id}, {@code dsn}, {@code sent_at} and the like, all of them optional
 */
public record Envelope(JsonObject header, List<Item> items) {
    public Envelope {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param from the index of the first byte of its payload in the envelope
     * @param to the index after the last one
     */
    public record Item(ItemType type, int from, int to) {
        public int length() {
            return to - from;
        }
    }

    /** What the bytes were. */
    public sealed interface Reading {
        /** An envelope. */
        record Read(Envelope envelope) implements Reading {}

        /**
         * No envelope.
         *
         * @param problem what is wrong and where, readable after "the envelope"
         */
        record Malformed(String problem) implements Reading {}
    }
}
