package io.traceops.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.traceops.domain.event.JsonValue.JsonNumber;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads one JSON text as RFC 8259 has it, and nothing more: UTF-8 without a wrong byte (a byte order mark is stepped over),
 * no member twice in an object, nothing after the value, and no more depth or length than a well-meant event can have.
 */
public final class JsonInput {
    /** The deepest nesting that is read at all; what lies beyond the depth of metadata is refused later, with its field. */
    static final int DEPTH_MAX = 100;

    /** The longest text that is read at all, in characters; shorter bounds of fields are checked later. */
    static final int TEXT_LENGTH_MAX = 1 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Each request has a virtual thread of its own, and buffers kept by thread would be new each time.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            // Names in metadata are the client's choice; the JVM's table of interned strings is not theirs to fill.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_LENGTH_MAX)
                    .maxNameLength(TEXT_LENGTH_MAX)
                    .maxNumberLength(JsonNumber.LITERAL_LENGTH_MAX)
                    .build())
            .build();

    private JsonInput() {}

    /** Reads a value from a parser that stands at its first token, and leaves the parser at its last. */
    @FunctionalInterface
    public interface Shape<T> {
        T read(JsonParser parser) throws IOException;
    }

    public static <T> Parsed<T> read(byte[] bytes, Shape<T> shape) {
        return read(bytes, 0, bytes.length, shape);
    }

    /** Reads the text that stands between two indexes. */
    public static <T> Parsed<T> read(byte[] bytes, int from, int to, Shape<T> shape) {
        int start = startsWithMark(bytes, from, to) ? from + 3 : from;
        int invalid = Utf8.firstInvalid(bytes, start, to);
        if (invalid >= 0) {
            return new Parsed.Malformed<>("is not UTF-8 at byte " + (invalid - from));
        }
        try (JsonParser parser = FACTORY.createParser(bytes, start, to - start)) {
            if (parser.nextToken() == null) {
                return new Parsed.Malformed<>("is empty");
            }
            T value = shape.read(parser);
            return parser.nextToken() == null
                    ? new Parsed.Ok<>(value)
                    : new Parsed.Malformed<>("goes on after its end, " + place(parser.currentTokenLocation()));
        } catch (StreamConstraintsException e) {
            return new Parsed.Malformed<>("goes beyond what is read: " + DEPTH_MAX + " levels, texts of "
                    + TEXT_LENGTH_MAX + " characters, numbers of " + JsonNumber.LITERAL_LENGTH_MAX);
        } catch (JsonProcessingException e) {
            return new Parsed.Malformed<>("is not JSON: " + reason(e) + ", " + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static boolean startsWithMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == (byte) 0xef
                && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf;
    }

    private static String place(JsonLocation location) {
        return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The parser's own words, without the advice that it gives to programmers. */
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return before(" (start marker at", before(": enable", message));
    }

    private static String before(String end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
