package io.traceops.adapter.otlp.failure;

import static io.traceops.adapter.otlp.wire.FieldCursor.DELIMITED;
import static io.traceops.adapter.otlp.wire.FieldCursor.FIXED64;
import static io.traceops.adapter.otlp.wire.FieldCursor.NUMBER;
import static io.traceops.adapter.otlp.wire.FieldCursor.VARINT;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.FieldCursor;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Origin;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds what went wrong in log records: each exception that was logged, and what was logged as an error without one.
 *
 * <p>Not thread-safe: it remembers the resource that it met last.
 */
public final class LogFailures {
    private static final int TIME = LogRecord.TIME_UNIX_NANO_FIELD_NUMBER << NUMBER | FIXED64;
    private static final int OBSERVED_TIME = LogRecord.OBSERVED_TIME_UNIX_NANO_FIELD_NUMBER << NUMBER | FIXED64;
    private static final int SEVERITY_NUMBER = LogRecord.SEVERITY_NUMBER_FIELD_NUMBER << NUMBER | VARINT;
    private static final int SEVERITY_TEXT = LogRecord.SEVERITY_TEXT_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int BODY = LogRecord.BODY_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int ATTRIBUTES = LogRecord.ATTRIBUTES_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int TRACE_ID = LogRecord.TRACE_ID_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int SPAN_ID = LogRecord.SPAN_ID_FIELD_NUMBER << NUMBER | DELIMITED;
    private static final int EVENT_NAME = LogRecord.EVENT_NAME_FIELD_NUMBER << NUMBER | DELIMITED;

    private static final String EXCEPTION = "exception";
    private static final int NAME_LENGTH_MAX = 256;
    private static final int OTHERS_BYTES_MAX = 8_000;

    private final Reporters reporters = new Reporters();

    /** A log record, all of it but its attributes. */
    private static final class Content {
        final Attributes attributes = new Attributes(Names.OF_RECORDS);
        TraceContext context = TraceContext.NONE;
        long timeNanos;
        long observedNanos;
        long severity;
        String severityText = "";
        String eventName = "";
        JsonValue body = JsonNull.NULL;

        Content(Slice log) throws MalformedExport {
            FieldCursor field = log.fields();
            while (field.next()) {
                switch (field.tag()) {
                    case TIME -> timeNanos = field.fixed64();
                    case OBSERVED_TIME -> observedNanos = field.fixed64();
                    case SEVERITY_NUMBER -> severity = field.varint();
                    case SEVERITY_TEXT -> severityText = field.slice().text(NAME_LENGTH_MAX);
                    case BODY -> body = Attributes.json(field.slice(), Event.MESSAGE_LENGTH_MAX);
                    case ATTRIBUTES -> attributes.add(field.slice());
                    case TRACE_ID -> context = context.withTrace(field.slice());
                    case SPAN_ID -> context = context.withSpan(field.slice());
                    case EVENT_NAME -> eventName = field.slice().text(NAME_LENGTH_MAX);
                    default -> {}
                }
            }
            if (eventName.isEmpty()) {
                eventName = attributes.text(Names.EVENT_NAME, NAME_LENGTH_MAX).orElse("");
            }
        }

        String severityName() {
            return severityText.isBlank() ? Severities.name(severity) : severityText.strip();
        }
    }

    /** @param nowMicros the server's clock */
    public void read(Origin origin, Slice log, long nowMicros, FailureSink sink) throws MalformedExport {
        Content content = new Content(log);
        if (!Severities.mayBeFailure(content.severity)) {
            return;
        }
        Optional<Raised> raised = Raised.of(content.attributes);
        if (raised.isEmpty() && !Severities.isError(content.severity) && !content.eventName.endsWith(EXCEPTION)) {
            return;
        }
        WireItem item = raised.isPresent() ? WireItem.LOG_EXCEPTION : WireItem.LOG_ERROR;
        if (!sink.wants(item)) {
            return;
        }
        Reporter reporter = reporters.of(origin);
        String body = JsonText.of(content.body);
        Report report = new Report(reporter)
                .text("signal", "log")
                .in(content.context)
                .text("scope", origin.scope())
                .text("severity", content.severityName())
                .text("eventName", content.eventName);
        OptionalLong time = Report.time(content.timeNanos == 0 ? content.observedNanos : content.timeNanos, nowMicros);
        JsonObject others = MetadataWriter.others(OTHERS_BYTES_MAX, content.attributes);
        if (raised.isPresent()) {
            Raised found = raised.get();
            report.raised(found)
                    .facts(content.attributes)
                    .longText("body", body)
                    .details(found.stack(), others);
            String id = FailureId.of(reporter.service(), content.context, found, log);
            sink.failure(item, report.draft(id, time, found.message()));
        } else {
            report.facts(content.attributes).details("", others);
            String id = FailureId.ofRecord(reporter.service(), content.context, log);
            sink.failure(item, report.draft(id, time, message(body, content)));
        }
    }

    /** The body, or else whatever else tells what this is. */
    private static String message(String body, Content content) {
        if (!body.isBlank()) {
            return body;
        }
        return content.eventName.isBlank() ? content.severityName() : content.eventName;
    }
}
