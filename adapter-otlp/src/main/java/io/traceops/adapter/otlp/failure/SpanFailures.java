package io.traceops.adapter.otlp.failure;

import static io.traceops.adapter.otlp.wire.FieldCursor.DELIMITED;
import static io.traceops.adapter.otlp.wire.FieldCursor.FIXED64;
import static io.traceops.adapter.otlp.wire.FieldCursor.NUMBER;
import static io.traceops.adapter.otlp.wire.FieldCursor.VARINT;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.FieldCursor;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Origin;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds what went wrong in spans: each exception that a span recorded, and if so configured the failure of a span that
 * recorded none. A span that tells of no failure is looked at and left, without a copy of anything in it.
 *
 * <p>Not thread-safe: it remembers the resource that it met last.
 */
public final class SpanFailures {
    private static final int TRACE_ID = Span.TRACE_ID_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int SPAN_ID = Span.SPAN_ID_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int NAME = Span.NAME_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int END_TIME = Span.END_TIME_UNIX_NANO_FIELD_NUMBER << NUMBER | FIXED64;
    private static final int ATTRIBUTES = Span.ATTRIBUTES_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int EVENTS = Span.EVENTS_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int STATUS = Span.STATUS_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int STATUS_MESSAGE = Status.MESSAGE_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int STATUS_CODE = Status.CODE_FIELD_NUMBER << NUMBER | VARINT;
    private static final int EVENT_TIME = Span.Event.TIME_UNIX_NANO_FIELD_NUMBER << NUMBER | FIXED64;
    private static final int EVENT_NAME = Span.Event.NAME_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int EVENT_ATTRIBUTES = Span.Event.ATTRIBUTES_FIELD_NUMBER << NUMBER | DELIMITED;

    private static final byte[] EXCEPTION = "exception".getBytes(StandardCharsets.UTF_8);
    private static final int TEXT_LENGTH_MAX = 16_384;

    /** The attributes of a span are said again with each of its failures. */
    private static final int SPAN_BYTES_MAX = 4_096;

    private static final int EVENT_BYTES_MAX = 4_096;

    /** With so many of its exceptions a span's attributes are said again: a span seldom has more than one. */
    private static final int DESCRIBED_MAX = 8;

    private final Reporters reporters = new Reporters();
    private final boolean spanErrors;

    /** @param spanErrors whether a span that failed without an exception is an error */
    public SpanFailures(boolean spanErrors) {
        this.spanErrors = spanErrors;
    }

    /** What is known of a span as a whole. */
    private record Head(
            Reporter reporter, String scope, String name, TraceContext context, long endNanos, Attributes attributes) {}

    /** @param nowMicros the server's clock */
    public void read(Origin origin, Slice span, long nowMicros, FailureSink sink) throws MalformedExport {
        boolean hasException = false;
        Optional<Slice> failed = Optional.empty();
        FieldCursor field = span.fields();
        while (field.next()) {
            switch (field.tag()) {
                case EVENTS -> hasException |= isException(field.slice());
                case STATUS -> {
                    Slice status = field.slice();
                    failed = isError(status) ? Optional.of(status) : Optional.empty();
                }
                default -> {}
            }
        }
        boolean isTold = hasException && readExceptions(head(origin, span), span, nowMicros, sink);
        if (!isTold && spanErrors && failed.isPresent() && sink.wants(WireItem.SPAN_ERROR)) {
            readError(head(origin, span), span, failed.get(), nowMicros, sink);
        }
    }

    /** Whether any of them says something. */
    private static boolean readExceptions(Head head, Slice span, long nowMicros, FailureSink sink)
            throws MalformedExport {
        JsonObject spanOthers = MetadataWriter.others(SPAN_BYTES_MAX, head.attributes());
        int told = 0;
        FieldCursor field = span.fields();
        while (field.next()) {
            if (field.tag() == EVENTS) {
                Slice event = field.slice();
                if (isException(event)
                        && readException(
                                head, event, told < DESCRIBED_MAX ? spanOthers : JsonObject.EMPTY, nowMicros, sink)) {
                    told++;
                }
            }
        }
        return told > 0;
    }

    private static boolean readException(
            Head head, Slice event, JsonObject spanOthers, long nowMicros, FailureSink sink) throws MalformedExport {
        Attributes attributes = new Attributes(Names.OF_RECORDS);
        long timeNanos = 0;
        FieldCursor field = event.fields();
        while (field.next()) {
            switch (field.tag()) {
                case EVENT_TIME -> timeNanos = field.fixed64();
                case EVENT_ATTRIBUTES -> attributes.add(field.slice());
                default -> {}
            }
        }
        Optional<Raised> found = Raised.of(attributes);
        if (found.isEmpty()) {
            return false;
        }
        if (!sink.wants(WireItem.SPAN_EXCEPTION)) {
            return true;
        }
        Raised raised = found.get();
        Report report = report(head)
                .raised(raised)
                .facts(attributes, head.attributes())
                .details(raised.stack(), MetadataWriter.others(EVENT_BYTES_MAX, attributes))
                .object("span", spanOthers);
        String id = FailureId.of(head.reporter().service(), head.context(), raised, event);
        sink.failure(
                WireItem.SPAN_EXCEPTION,
                report.draft(
                        id, Report.time(timeNanos == 0 ? head.endNanos() : timeNanos, nowMicros), raised.message()));
        return true;
    }

    private static void readError(Head head, Slice span, Slice status, long nowMicros, FailureSink sink)
            throws MalformedExport {
        String message = statusMessage(status);
        if (message.isBlank()) {
            String what = head.name().isEmpty() ? "span failed" : head.name();
            message = head.attributes()
                    .text(Names.ERROR_TYPE, TEXT_LENGTH_MAX)
                    .map(type -> what + ": " + type)
                    .orElse(what);
        }
        Report report = report(head)
                .facts(head.attributes())
                .details("", MetadataWriter.others(SPAN_BYTES_MAX, head.attributes()));
        String id = FailureId.ofRecord(head.reporter().service(), head.context(), span);
        sink.failure(WireItem.SPAN_ERROR, report.draft(id, Report.time(head.endNanos(), nowMicros), message));
    }

    private static Report report(Head head) {
        return new Report(head.reporter())
                .text("signal", "span")
                .in(head.context())
                .text("scope", head.scope())
                .text("spanName", head.name());
    }

    private Head head(Origin origin, Slice span) throws MalformedExport {
        Attributes attributes = new Attributes(Names.OF_RECORDS);
        TraceContext context = TraceContext.NONE;
        String name = "";
        long endNanos = 0;
        FieldCursor field = span.fields();
        while (field.next()) {
            switch (field.tag()) {
                case TRACE_ID -> context = context.withTrace(field.slice());
                case SPAN_ID -> context = context.withSpan(field.slice());
                case NAME -> name = field.slice().text(TEXT_LENGTH_MAX);
                case END_TIME -> endNanos = field.fixed64();
                case ATTRIBUTES -> attributes.add(field.slice());
                default -> {}
            }
        }
        return new Head(reporters.of(origin), origin.scope(), name, context, endNanos, attributes);
    }

    private static boolean isException(Slice event) throws MalformedExport {
        boolean isException = false;
        FieldCursor field = event.fields();
        while (field.next()) {
            if (field.tag() == EVENT_NAME) {
                isException = field.slice().isEqualTo(EXCEPTION);
            }
        }
        return isException;
    }

    private static boolean isError(Slice status) throws MalformedExport {
        long code = 0;
        FieldCursor field = status.fields();
        while (field.next()) {
            if (field.tag() == STATUS_CODE) {
                code = field.varint();
            }
        }
        return code == Status.StatusCode.STATUS_CODE_ERROR_VALUE;
    }

    private static String statusMessage(Slice status) throws MalformedExport {
        String message = "";
        FieldCursor field = status.fields();
        while (field.next()) {
            if (field.tag() == STATUS_MESSAGE) {
                message = field.slice().text(TEXT_LENGTH_MAX);
            }
        }
        return message;
    }
}
