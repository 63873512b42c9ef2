package io.traceops.adapter.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Telemetry as exporters send it. */
public final class Telemetry {
    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    public static final String SPAN = "b7ad6b7169203331";

    private Telemetry() {}

    public static Resource resource(String service, KeyValue... others) {
        return Resource.newBuilder()
                .addAttributes(text("service.name", service))
                .addAllAttributes(List.of(others))
                .build();
    }

    public static KeyValue text(String key, String value) {
        return attribute(key, AnyValue.newBuilder().setStringValue(value));
    }

    public static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    /** A span of the usual trace that went well. */
    public static Span.Builder span() {
        return Span.newBuilder()
                .setTraceId(bytes(TRACE))
                .setSpanId(bytes(SPAN))
                .setName("GET /orders/{id}")
                .setStartTimeUnixNano(nanos("2026-03-01T11:49:59Z"))
                .setEndTimeUnixNano(nanos("2026-03-01T11:50:01Z"));
    }

    public static Span.Builder failed(String message) {
        return span().setStatus(Status.newBuilder()
                .setCode(StatusCode.STATUS_CODE_ERROR)
                .setMessage(message));
    }

    public static Span.Event.Builder exception(String type, String message, String stack) {
        return Span.Event.newBuilder()
                .setName("exception")
                .setTimeUnixNano(nanos("2026-03-01T11:50:00Z"))
                .addAllAttributes(exceptionAttributes(type, message, stack));
    }

    public static List<KeyValue> exceptionAttributes(String type, String message, String stack) {
        return List.of(
                text("exception.type", type), text("exception.message", message), text("exception.stacktrace", stack));
    }

    /** A log record within the usual span. */
    public static LogRecord.Builder log(SeverityNumber severity, String body) {
        return LogRecord.newBuilder()
                .setTraceId(bytes(TRACE))
                .setSpanId(bytes(SPAN))
                .setTimeUnixNano(nanos("2026-03-01T11:50:00Z"))
                .setSeverityNumber(severity)
                .setBody(AnyValue.newBuilder().setStringValue(body));
    }

    public static ExportTraceServiceRequest traces(Resource resource, Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("http-server"));
        for (Span.Builder span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope))
                .build();
    }

    public static ExportLogsServiceRequest logs(Resource resource, LogRecord.Builder... logs) {
        ScopeLogs.Builder scope = ScopeLogs.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("shop.Checkout"));
        for (LogRecord.Builder log : logs) {
            scope.addLogRecords(log);
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().setResource(resource).addScopeLogs(scope))
                .build();
    }

    /** Lists within lists, so many deep, with a text at the bottom. */
    public static AnyValue.Builder nested(int levels) {
        AnyValue.Builder value = AnyValue.newBuilder().setStringValue("bottom");
        for (int level = 0; level < levels; level++) {
            value = level % 2 == 0
                    ? AnyValue.newBuilder()
                            .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    : AnyValue.newBuilder()
                            .setKvlistValue(KeyValueList.newBuilder().addValues(attribute("in", value)));
        }
        return value;
    }

    public static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    public static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
