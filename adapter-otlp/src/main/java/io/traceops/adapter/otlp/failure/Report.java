package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One failure on its way to becoming an event: how reports of every kind are written down. Used once, by one thread. */
final class Report {
    private static final int VALUE_LENGTH_MAX = 256;
    private static final int NANOS_PER_MICRO = 1_000;

    /** An event that claims to be further ahead of the server's clock has a wrong clock, and gets the server's time. */
    private static final long AHEAD_MICROS_MAX = Duration.ofHours(24).toNanos() / NANOS_PER_MICRO;

    /** What a stack leaves for attributes. */
    private static final int RESERVED_BYTES = 8_192;

    private final Reporter reporter;
    private final MetadataWriter metadata = new MetadataWriter();

    Report(Reporter reporter) {
        this.reporter = reporter;
    }

    Report text(String name, String text) {
        metadata.text(name, text, VALUE_LENGTH_MAX);
        return this;
    }

    Report longText(String name, String text) {
        metadata.text(name, text, MetadataWriter.ATTRIBUTE_LENGTH_MAX);
        return this;
    }

    Report raised(Raised raised) {
        metadata.text("exceptionType", raised.innermostType(), VALUE_LENGTH_MAX);
        return this;
    }

    Report in(TraceContext context) {
        return text("traceId", context.traceId()).text("spanId", context.spanId());
    }

    /**
     * Reads who, what and where from attributes, and writes what must not miss.
     *
     * @param sources the nearest first; those of the resource are asked last, and only for the user
     */
    Report facts(Attributes... sources) throws MalformedExport {
        metadata.text("route", Route.of(sources), Route.LENGTH_MAX);
        metadata.text("method", firstOf(Names.HTTP_REQUEST_METHOD, Names.HTTP_METHOD, sources), VALUE_LENGTH_MAX);
        Optional<String> user = firstOf(Names.USER_ID, Names.ENDUSER_ID, sources);
        metadata.text(
                "userId",
                user.isPresent() ? user : firstOf(Names.USER_ID, Names.ENDUSER_ID, reporter.attributes()),
                VALUE_LENGTH_MAX);
        reporter.describe(metadata);
        return this;
    }

    /** Writes the stack, then as many of the other attributes as there is room for. */
    Report details(String stack, JsonObject others) {
        metadata.stack(stack, RESERVED_BYTES);
        reporter.describeFurther(metadata);
        metadata.object("attributes", others);
        return this;
    }

    Report object(String name, JsonObject object) {
        metadata.object(name, object);
        return this;
    }

    /** @param timestampMicros as {@link #time} gives it */
    EventDraft draft(String id, OptionalLong timestampMicros, String message) {
        return new EventDraft(
                Optional.of(id),
                Optional.of(EventType.ERROR),
                Optional.of(reporter.service()),
                timestampMicros,
                Optional.of(Text.cut(message, Event.MESSAGE_LENGTH_MAX)),
                Optional.of(metadata.written()),
                List.of());
    }

    /**
     * When it happened, in microseconds.
     *
     * @param nanos unsigned, since 1970; 0 if it is not known
     * @return absent if it is not known, or is no time that can be
     */
    static OptionalLong time(long nanos, long nowMicros) {
        long micros = Long.divideUnsigned(nanos, NANOS_PER_MICRO);
        return nanos == 0 || micros > nowMicros + AHEAD_MICROS_MAX ? OptionalLong.empty() : OptionalLong.of(micros);
    }

    private static Optional<String> firstOf(String name, String olderName, Attributes... sources)
            throws MalformedExport {
        Optional<String> value = Route.first(name, sources);
        return value.isPresent() ? value : Route.first(olderName, sources);
    }
}
