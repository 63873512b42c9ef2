package io.traceops.http.json;

import io.traceops.domain.event.JsonValue.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Reads the times that clients send, as microseconds since 1970-01-01T00:00:00Z. What is finer is cut off. */
public final class Times {
    /** What to say of a value that is no time, readable after the name of its field. */
    public static final String PROBLEM = "is not a time: give milliseconds since 1970, such as 1767225600000 or"
            + " 1767225600000.25, or RFC 3339 with an offset, such as 2026-01-01T00:00:00.250Z";

    /** Beyond this many milliseconds microseconds leave 64 bits. */
    private static final double MILLIS_MAX = 9e15;

    private Times() {}

    /**
     * Reads milliseconds.
     *
     * @param literal a number as JSON writes it; anything else is no time
     */
    public static OptionalLong ofMillis(String literal) {
        if (JsonNumber.problemOf(literal).isPresent()) {
            return OptionalLong.empty();
        }
        double approximate = Double.parseDouble(literal);
        if (approximate == 0) {
            return OptionalLong.of(0);
        }
        if (Math.abs(approximate) > MILLIS_MAX) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new BigDecimal(literal)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact());
    }

    /** Reads a time in RFC 3339. */
    public static OptionalLong ofText(String text) {
        return Rfc3339.micros(text);
    }

    /** Reads a time where there is only text, as in a query: either form. */
    public static OptionalLong ofQuery(String text) {
        OptionalLong millis = ofMillis(text);
        return millis.isPresent() ? millis : ofText(text);
    }
}
