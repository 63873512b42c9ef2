package io.traceops.adapter.sentry.event;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

/**
 * The times that SDKs write: RFC 3339, where a time without an offset is in UTC, or seconds since 1970 as a number. A time
 * that nobody can mean is as good as none, and leaves it to the server's clock: clocks of browsers and phones are wrong
 * often, and their errors are real all the same.
 */
public final class SentryTimes {
    /** How far ahead of the server's clock an event may claim to have happened. */
    static final Duration AHEAD_MAX = Duration.ofHours(24);

    private static final int LENGTH_MAX = 64;

    /** Beyond this many seconds microseconds leave 64 bits. */
    private static final double SECONDS_MAX = 9e12;

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private SentryTimes() {}

    /** Microseconds since 1970; empty for a time before 1970, more than 24 h ahead of {@code nowMicros}, or for none. */
    public static OptionalLong micros(JsonValue value, long nowMicros) {
        OptionalLong micros = switch (value) {
            case JsonNumber number -> ofSeconds(number.literal());
            case JsonString string -> ofText(string.text().strip());
            default -> OptionalLong.empty();
        };
        boolean isMeant = micros.isPresent()
                && micros.getAsLong() >= 0
                && micros.getAsLong() <= nowMicros + AHEAD_MAX.toNanos() / 1_000;
        return isMeant ? micros : OptionalLong.empty();
    }

    private static OptionalLong ofText(String text) {
        if (text.length() > LENGTH_MAX) {
            return OptionalLong.empty();
        }
        return JsonNumber.problemOf(text).isEmpty() ? ofSeconds(text) : ofDateTime(text);
    }

    private static OptionalLong ofSeconds(String literal) {
        double approximate = Double.parseDouble(literal);
        if (Math.abs(approximate) > SECONDS_MAX) {
            return OptionalLong.empty();
        }
        // A tiny number with a huge exponent would take long to shift, and is 0 anyway.
        return Math.abs(approximate) < 1e-6
                ? OptionalLong.of(0)
                : OptionalLong.of(new BigDecimal(literal)
                        .movePointRight(6)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact());
    }

    private static OptionalLong ofDateTime(String text) {
        try {
            TemporalAccessor read =
                    DATE_TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = read instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
            return OptionalLong.of(Micros.of(instant));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
