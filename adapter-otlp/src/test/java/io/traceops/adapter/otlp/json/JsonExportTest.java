package io.traceops.adapter.otlp.json;

import static io.traceops.adapter.otlp.Telemetry.attribute;
import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.failed;
import static io.traceops.adapter.otlp.Telemetry.log;
import static io.traceops.adapter.otlp.Telemetry.logs;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.trace.v1.Span;
import io.traceops.adapter.otlp.Telemetry;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonExportTest {
    private static final String SPAN = """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
          "scopeSpans":[{"scope":{"name":"http-server"},"spans":[%s]}]}]}
        """;

    @Test
    void traces_asOtlpWritesThem_areTheSameInProtobuf() throws MalformedExport, InvalidProtocolBufferException {
        String json = """
            {"traceId":"0AF7651916CD43DD8448EB211C80319C","spanId":"b7ad6b7169203331","name":"GET /orders/{id}",
             "kind":2,"startTimeUnixNano":"1772365799000000000","endTimeUnixNano":1772365801000000000,
             "attributes":[
               {"key":"i","value":{"intValue":"-7"}},{"key":"n","value":{"intValue":7}},
               {"key":"d","value":{"doubleValue":0.5}},{"key":"b","value":{"boolValue":true}},
               {"key":"y","value":{"bytesValue":"AAEC"}},
               {"key":"a","value":{"arrayValue":{"values":[{"stringValue":"x"},{}]}}}],
             "events":[{"timeUnixNano":"1772365800000000000","name":"exception","attributes":[
               {"key":"exception.type","value":{"stringValue":"A"}},
               {"key":"exception.message","value":{"stringValue":"b \\u20ac"}},
               {"key":"exception.stacktrace","value":{"stringValue":""}}]}],
             "status":{"code":2,"message":"no"},"laterField":{"deep":[1,{"x":null}]},"droppedEventsCount":null}
            """;

        Span.Builder expected = failed("no")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .addAttributes(attribute("i", AnyValue.newBuilder().setIntValue(-7)))
                .addAttributes(attribute("n", AnyValue.newBuilder().setIntValue(7)))
                .addAttributes(attribute("d", AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(attribute("b", AnyValue.newBuilder().setBoolValue(true)))
                .addAttributes(attribute("y", AnyValue.newBuilder().setBytesValue(Telemetry.bytes("000102"))))
                .addAttributes(attribute(
                        "a",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder().setStringValue("x"))
                                        .addValues(AnyValue.getDefaultInstance()))))
                .addEvents(exception("A", "b €", ""));
        assertThat(spans(json)).isEqualTo(traces(resource("shop"), expected));
    }

    @Test
    void logs_asOtlpWritesThem_areTheSameInProtobuf() throws MalformedExport, InvalidProtocolBufferException {
        String json = """
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
              "scopeLogs":[{"scope":{"name":"shop.Checkout"},"logRecords":[
                {"timeUnixNano":"1772365800000000000","severityNumber":17,"severityText":"ERROR",
                 "body":{"stringValue":"disk full"},"eventName":"io.exception","flags":1,
                 "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331"}]}]}]}
            """;

        assertThat(ExportLogsServiceRequest.parseFrom(protobuf(Signal.LOGS, json)))
                .isEqualTo(logs(
                        resource("shop"),
                        log(SeverityNumber.SEVERITY_NUMBER_ERROR, "disk full")
                                .setSeverityText("ERROR")
                                .setEventName("io.exception")
                                .setFlags(1)));
    }

    @Test
    void traces_withProtobufsOwnNames_areRead() throws MalformedExport, InvalidProtocolBufferException {
        String json = """
            {"resource_spans":[{"scope_spans":[{"spans":[{"name":"x","kind":"SPAN_KIND_CLIENT"}]}]}]}
            """;

        assertThat(ExportTraceServiceRequest.parseFrom(protobuf(Signal.TRACES, json))
                        .getResourceSpans(0)
                        .getScopeSpans(0)
                        .getSpans(0))
                .isEqualTo(Span.newBuilder()
                        .setName("x")
                        .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                        .build());
    }

    @Test
    void metrics_areReadDownToWhereTheyAreCounted() throws MalformedExport {
        String metric = "{\"name\":\"m\",\"gauge\":{\"dataPoints\":[{\"asInt\":\"1\"}]}}";
        String json = "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[" + metric + "," + metric + "]}]}]}";

        assertThat(protobuf(Signal.METRICS, json).length).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{",
                "{}{}",
                "{\"resourceSpans\":{}}",
                "{\"resourceSpans\":[1]}",
                "{\"resourceSpans\":[null]}",
                "{\"resourceSpans\":[{\"schemaUrl\":{}}]}",
                "{\"resourceSpans\":[",
                "{\"resourceSpans\":[{\"resource\":{\"droppedAttributesCount\":1.5}}]}",
                "{\"resourceSpans\":[{\"resource\":{\"droppedAttributesCount\":\"many\"}}]}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xyz\"}]}]}]}",
                "\u0000"
            })
    void traces_thatAreNone_areMalformed(String json) {
        assertThatThrownBy(() -> JsonExport.toProtobuf(Signal.TRACES, json.getBytes(UTF_8)))
                .isInstanceOf(MalformedExport.class);
    }

    @Test
    void traces_ofNothing_areNothing() throws MalformedExport {
        assertThat(protobuf(Signal.TRACES, "{}")).isEmpty();
    }

    @Test
    void values_nestedDeep_areCut() throws MalformedExport, InvalidProtocolBufferException {
        String deep = "{\"arrayValue\":{\"values\":[".repeat(300) + "]}}".repeat(300);

        assertThat(spans("{\"attributes\":[{\"key\":\"deep\",\"value\":" + deep + "}]}")
                        .getResourceSpansCount())
                .isEqualTo(1);
    }

    @Test
    void values_nestedTooDeep_areMalformed() {
        byte[] deep = "{\"x\":".repeat(100_000).getBytes(UTF_8);

        assertThatThrownBy(() -> JsonExport.toProtobuf(Signal.TRACES, deep)).isInstanceOf(MalformedExport.class);
    }

    @Test
    void traces_ofManyRecords_areNoLargerThanTheirJson() throws MalformedExport {
        String json = SPAN.formatted("{},".repeat(100_000) + "{}");

        assertThat(protobuf(Signal.TRACES, json)).hasSizeLessThan(json.length());
    }

    private static ExportTraceServiceRequest spans(String span) throws MalformedExport, InvalidProtocolBufferException {
        return ExportTraceServiceRequest.parseFrom(protobuf(Signal.TRACES, SPAN.formatted(span)));
    }

    private static byte[] protobuf(Signal signal, String json) throws MalformedExport {
        Slice slice = JsonExport.toProtobuf(signal, json.getBytes(UTF_8));
        return Arrays.copyOfRange(slice.array(), slice.from(), slice.from() + slice.length());
    }
}
