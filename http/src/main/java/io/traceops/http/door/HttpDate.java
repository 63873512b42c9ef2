package io.traceops.http.door;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The time of an answer as RFC 9110 writes it. It has seconds only, so it is spelled once a second. Thread-safe. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final AtomicReference<HttpDate> LATEST = new AtomicReference<>(new HttpDate(0));

    private final long epochSecond;
    private final String text;

    HttpDate(long epochSecond) {
        this.epochSecond = epochSecond;
        this.text = FORMAT.format(Instant.ofEpochSecond(epochSecond));
    }

    /** The text for the current second. */
    static String now() {
        long second = Math.floorDiv(System.currentTimeMillis(), 1_000L);
        HttpDate latest = LATEST.get();
        if (latest.epochSecond != second) {
            latest = new HttpDate(second);
            LATEST.set(latest);
        }
        return latest.text;
    }

    @Override
    public String toString() {
        return text;
    }
}
