package io.traceops.domain.event;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.Map;

/** Tells in one pass, and without counting bytes, that a JSON value keeps all of its bounds, as nearly every one does. */
final class SmallJson {
    /** A control character takes the most: six bytes. */
    private static final int CHARACTER_BYTES_MAX = 6;

    /** Quotes, and the colon or the comma behind them. */
    private static final int SIGNS_MAX = 4;

    private static final long TOO_MUCH = Long.MAX_VALUE / 4;

    private SmallJson() {}

    /**
     * Whether a value is certain to be within bounds, its texts certain to be well-formed. False says nothing.
     *
     * @param bytesMax the most bytes when serialised
     * @param depthMax the most levels
     */
    static boolean isWithin(JsonValue value, long bytesMax, int depthMax) {
        return bytesAtMost(value, bytesMax, depthMax) <= bytesMax;
    }

    private static long bytesAtMost(JsonValue value, long bytesMax, int depthMax) {
        return switch (value) {
            case JsonString string -> bytesAtMost(string.text());
            case JsonNumber number -> number.literal().length() + SIGNS_MAX;
            case JsonBoolean _, JsonNull _ -> "false".length() + SIGNS_MAX;
            case JsonObject _, JsonArray _ when depthMax <= 0 -> TOO_MUCH;
            case JsonObject object -> {
                long bytes = SIGNS_MAX;
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    bytes += bytesAtMost(member.getKey())
                            + bytesAtMost(member.getValue(), bytesMax - bytes, depthMax - 1);
                    if (bytes > bytesMax) {
                        yield TOO_MUCH;
                    }
                }
                yield bytes;
            }
            case JsonArray array -> {
                long bytes = SIGNS_MAX;
                for (JsonValue element : array.elements()) {
                    bytes += bytesAtMost(element, bytesMax - bytes, depthMax - 1);
                    if (bytes > bytesMax) {
                        yield TOO_MUCH;
                    }
                }
                yield bytes;
            }
        };
    }

    private static long bytesAtMost(String text) {
        return Text.isWellFormed(text) ? (long) CHARACTER_BYTES_MAX * text.length() + SIGNS_MAX : TOO_MUCH;
    }
}
