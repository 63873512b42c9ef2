package io.traceops.adapter.sentry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as SDKs write it. What goes beyond a bound is cut, since the rest still tells of an error: an SDK
 * that is refused an event throws it away.
 *
 * <ul>
 *   <li>Bytes that are no UTF-8, and halves of surrogate pairs, become U+FFFD.
 *   <li>Of a member that comes twice the last one counts.
 *   <li>What is deeper than {@value #DEPTH_MAX} levels is null; so is {@code NaN}.
 *   <li>A text is cut to {@value #TEXT_LENGTH_MAX} characters.
 *   <li>An array keeps its first {@value #ELEMENTS_FIRST} and its last {@value #ELEMENTS_LAST} elements.
 *   <li>At most {@value #VALUES_MAX} values are kept at once, whatever their shape; members beyond them are left out.
 * </ul>
 */
public final class LenientJson {
    /** The deepest level that is kept; the object itself is level 1. */
    static final int DEPTH_MAX = 40;

    /** The longest text, in characters. */
    static final int TEXT_LENGTH_MAX = 16_384;

    static final int ELEMENTS_FIRST = 256;
    static final int ELEMENTS_LAST = 768;
    static final int VALUES_MAX = 65_536;

    /** Deeper text is not read at all: every open level takes memory. */
    private static final int NESTING_MAX = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            // Names are the client's choice: no table of ours is theirs to fill, or to fill with colliding ones.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            // Every length is bounded by that of the input, which its reader bounds.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MAX)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private LenientJson() {}

    /** What the text was. */
    public sealed interface Reading {
        /** An object, as far as it is kept. */
        record Read(JsonObject object) implements Reading {}

        /**
         * No object.
         *
         * @param problem what is wrong, readable after the name of the text
         */
        record Unreadable(String problem) implements Reading {}
    }

    /** Reads the object that stands between two indexes. What follows it is not looked at. */
    public static Reading read(byte[] bytes, int from, int to) {
        return read(bytes, from, to, _ -> true);
    }

    /** @param wanted tells which members of the object are kept; the others cost no memory */
    public static Reading read(byte[] bytes, int from, int to, Predicate<String> wanted) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        try (JsonParser parser = FACTORY.createParser(text.substring(start))) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? new Reading.Read(new ValueReader(parser, wanted).readObject())
                    : new Reading.Unreadable("is no JSON object");
        } catch (JsonProcessingException e) {
            return new Reading.Unreadable("is not JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? ", or nested too deep" : ", at character " + location.getCharOffset();
    }
}
