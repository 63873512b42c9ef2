package io.traceops.adapter.sentry.envelope;

import io.traceops.adapter.sentry.envelope.Envelope.Item;
import io.traceops.adapter.sentry.envelope.Envelope.Reading;
import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.LenientJson;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes an envelope apart: {@code header \n (itemHeader \n payload)* [\n]}, where {@code \n} is the one byte. A payload
 * with a {@code length} has exactly so many bytes, whatever they are; one without goes on to the next line break. Line
 * breaks where an item would begin are stepped over. Payloads are not looked into. Reads one envelope; not thread-safe.
 */
public final class EnvelopeReader {
    /** The longest header of an envelope, in bytes; it may carry a trace with its baggage. */
    static final int HEADER_BYTES_MAX = 256 << 10;

    /** The longest header of an item, in bytes. */
    static final int ITEM_HEADER_BYTES_MAX = 64 << 10;

    /** The most items; SDKs send a handful. */
    static final int ITEMS_MAX = 1_000;

    private static final int NEVER = -1;

    private final byte[] bytes;
    private int at;

    private EnvelopeReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Reading read(byte[] bytes) {
        try {
            return new Reading.Read(new EnvelopeReader(bytes).read());
        } catch (NoEnvelope e) {
            return new Reading.Malformed(e.problem);
        }
    }

    private Envelope read() throws NoEnvelope {
        JsonObject header = line("header", HEADER_BYTES_MAX);
        List<Item> items = new ArrayList<>();
        skipLineBreaks();
        while (at < bytes.length) {
            if (items.size() == ITEMS_MAX) {
                throw new NoEnvelope("has more than " + ITEMS_MAX + " items");
            }
            items.add(item());
            skipLineBreaks();
        }
        return new Envelope(header, items);
    }

    private Item item() throws NoEnvelope {
        int start = at;
        JsonObject header = line("item header", ITEM_HEADER_BYTES_MAX);
        ItemType type = ItemType.of(Fields.text(header, "type"));
        int from = at;
        int to = payloadEnd(header, start);
        // The line break behind a payload belongs to it; the end of the envelope does as well.
        at = Math.min(to + 1, bytes.length);
        return new Item(type, from, to);
    }

    private int payloadEnd(JsonObject header, int start) throws NoEnvelope {
        Optional<JsonValue> given = header.member("length").filter(length -> length != JsonNull.NULL);
        if (given.isEmpty()) {
            int lineBreak = nextLineBreak();
            return lineBreak == NEVER ? bytes.length : lineBreak;
        }
        OptionalLong length = Fields.count(header, "length");
        if (length.isEmpty()) {
            throw new NoEnvelope("has an item whose length is no whole number, at byte " + start);
        }
        int left = bytes.length - at;
        if (length.getAsLong() > left) {
            throw new NoEnvelope("ends within an item: " + length.getAsLong() + " bytes announced at byte " + start
                    + ", " + left + " there");
        }
        int end = at + (int) length.getAsLong();
        if (end < bytes.length && bytes[end] != '\n') {
            throw new NoEnvelope("has an item that is longer than its length, at byte " + start);
        }
        return end;
    }

    /** The object in the line that begins here. Stands behind its line break afterwards. */
    private JsonObject line(String what, int bytesMax) throws NoEnvelope {
        int start = at;
        int lineBreak = nextLineBreak();
        int end = lineBreak == NEVER ? bytes.length : lineBreak;
        if (end - start > bytesMax) {
            throw new NoEnvelope("has " + article(what) + " of more than " + bytesMax + " bytes, at byte " + start);
        }
        at = lineBreak == NEVER ? bytes.length : lineBreak + 1;
        return switch (LenientJson.read(bytes, start, end)) {
            case LenientJson.Reading.Read(JsonObject object) -> object;
            case LenientJson.Reading.Unreadable(String problem) ->
                throw new NoEnvelope("has " + article(what) + " at byte " + start + " that " + problem);
        };
    }

    private static String article(String what) {
        return what.startsWith("i") ? "an " + what : "a " + what;
    }

    private int nextLineBreak() {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return NEVER;
    }

    private void skipLineBreaks() {
        while (at < bytes.length && bytes[at] == '\n') {
            at++;
        }
    }

    /** The bytes are no envelope. It never leaves this class. */
    private static final class NoEnvelope extends Exception {
        private static final long serialVersionUID = 1;

        private final String problem;

        NoEnvelope(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}
