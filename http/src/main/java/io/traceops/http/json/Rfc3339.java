package io.traceops.http.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Reads times such as {@code 2026-01-31T12:00:00.250+01:00}, as RFC 3339 writes them, always with an offset. */
final class Rfc3339 {
    private static final int LENGTH_MIN = "2026-01-31T12:00:00Z".length();
    private static final int LENGTH_MAX = 64;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final String text;
    private int at;

    private Rfc3339(String text) {
        this.text = text;
    }

    /** Microseconds since 1970-01-01T00:00:00Z, finer digits cut off; empty for any other text. */
    static OptionalLong micros(String text) {
        if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new Rfc3339(text).read());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private long read() {
        int year = digits(4, 9_999);
        literal("-");
        int month = digits(2, 12);
        literal("-");
        int day = digits(2, 31);
        literal("Tt ");
        int hour = digits(2, 23);
        literal(":");
        int minute = digits(2, 59);
        literal(":");
        // The sixtieth second is a leap second; it counts as the first one of the next minute.
        int second = digits(2, 60);
        long fractionMicros = fraction();
        long offsetMinutes = offsetMinutes();
        if (at != text.length()) {
            throw unreadable();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        long minutes = (days * 24 + hour) * 60 + minute - offsetMinutes;
        return (minutes * 60 + second) * MICROS_PER_SECOND + fractionMicros;
    }

    private long fraction() {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int first = at;
        long micros = 0;
        for (long unit = MICROS_PER_SECOND / 10; isDigit(); at++, unit /= 10) {
            micros += unit * (text.charAt(at) - '0');
        }
        if (at == first) {
            throw unreadable();
        }
        return micros;
    }

    private long offsetMinutes() {
        char sign = literal("Zz+-");
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        long hours = digits(2, 23);
        literal(":");
        long minutes = hours * 60 + digits(2, 59);
        return sign == '-' ? -minutes : minutes;
    }

    private int digits(int count, int max) {
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (!isDigit()) {
                throw unreadable();
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        if (value > max) {
            throw unreadable();
        }
        return value;
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Steps over one of the given characters. */
    private char literal(String allowed) {
        if (at >= text.length() || allowed.indexOf(text.charAt(at)) < 0) {
            throw unreadable();
        }
        return text.charAt(at++);
    }

    private static DateTimeException unreadable() {
        return new DateTimeException("not RFC 3339");
    }
}
