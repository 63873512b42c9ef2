package io.traceops.adapter.otlp.http;

import static io.traceops.adapter.otlp.HttpCalls.JSON;
import static io.traceops.adapter.otlp.HttpCalls.PROTOBUF;
import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.log;
import static io.traceops.adapter.otlp.Telemetry.logs;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.span;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.otlp.HostileBytes;
import io.traceops.adapter.otlp.HttpCalls;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.RunningDoors.Parts;
import io.traceops.application.capture.Admission;
import io.traceops.domain.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpOverHttpTest {
    private static final byte[] FAILURE =
            traces(resource("shop"), span().addEvents(exception("A", "b", ""))).toByteArray();

    private static final byte[] FAILURE_IN_JSON = """
        {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
          "scopeLogs":[{"logRecords":[{"timeUnixNano":"1772365800000000000","severityNumber":17,
            "body":{"stringValue":"disk full"},"traceId":"0af7651916cd43dd8448eb211c80319c"}]}]}]}
        """.getBytes(UTF_8);

    private final RunningDoors doors = RunningDoors.open();

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void traces_inProtobuf_areStored() {
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/traces"), PROTOBUF, FAILURE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
        assertThat(response.body())
                .isEqualTo(ExportTraceServiceResponse.getDefaultInstance().toByteArray());
        assertThat(doors.events()).singleElement().extracting(Event::message).isEqualTo("A: b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void logs_inJson_areStored(String type) {
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/logs"), type, FAILURE_IN_JSON);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(response.body()).asString(UTF_8).isEqualTo("{}");
        assertThat(doors.events()).singleElement().extracting(Event::message).isEqualTo("disk full");
    }

    @Test
    void exports_packed_areRead() {
        HttpCalls.postPacked(doors.uri("/v1/traces"), PROTOBUF, HttpCalls.gzip(FAILURE));
        HttpCalls.postPacked(doors.uri("/v1/logs"), JSON, HttpCalls.gzip(FAILURE_IN_JSON));

        assertThat(doors.events()).hasSize(2);
    }

    @Test
    void traces_inPieces_areRead() {
        HttpCalls.send(HttpRequest.newBuilder(doors.uri("/v1/traces"))
                .header("Content-Type", PROTOBUF)
                .header("Accept", PROTOBUF)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FAILURE))));

        assertThat(doors.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"application/x-protobuf, ''", "application/json, {}"})
    void metrics_areDropped(String type, String body) {
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/metrics"), type, body.getBytes(UTF_8));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).asString(UTF_8).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/traces", "/v1/logs", "/v1/metrics"})
    void export_thatIsNone_isToldInItsOwnFormat(String path) throws IOException {
        HttpResponse<byte[]> inProtobuf = HttpCalls.post(doors.uri(path), PROTOBUF, "{}".getBytes(UTF_8));
        HttpResponse<byte[]> inJson = HttpCalls.post(doors.uri(path), JSON, "[]".getBytes(UTF_8));

        assertThat(inProtobuf.statusCode()).isEqualTo(400);
        assertThat(inProtobuf.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
        assertThat(Status.parseFrom(inProtobuf.body()).getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(inJson.statusCode()).isEqualTo(400);
        assertThat(inJson.headers().firstValue("Content-Type")).hasValue(JSON);
        JsonNode status = new ObjectMapper().readTree(inJson.body());
        assertThat(status.get("code").intValue()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(status.get("message").textValue()).contains("an export is a JSON object");
    }

    @Test
    void traces_brokenOff_areRefusedAsAWhole() {
        byte[] broken = Arrays.copyOf(FAILURE, FAILURE.length - 1);

        assertThat(HttpCalls.post(doors.uri("/v1/traces"), PROTOBUF, broken).statusCode())
                .isEqualTo(400);
        assertThat(doors.events()).isEmpty();
    }

    @Test
    void traces_packedAndBrokenOff_areRefused() {
        byte[] packed = HttpCalls.gzip(FAILURE);

        assertThat(HttpCalls.postPacked(doors.uri("/v1/traces"), PROTOBUF, Arrays.copyOf(packed, packed.length / 2))
                        .statusCode())
                .isEqualTo(400);
        assertThat(HttpCalls.postPacked(doors.uri("/v1/traces"), PROTOBUF, FAILURE)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void traces_unpackingToTooMuch_areTooLarge() throws InvalidProtocolBufferException {
        byte[] bomb = HttpCalls.gzip(new byte[70 * 1_024 * 1_024]);
        HttpResponse<byte[]> response = HttpCalls.postPacked(doors.uri("/v1/traces"), PROTOBUF, bomb);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Status.parseFrom(response.body()).getMessage()).startsWith("body too");
    }

    @Test
    void traces_tooLarge_areRefused() {
        byte[] large = new byte[64 * 1_024 * 1_024 + 1];

        assertThat(HttpCalls.post(doors.uri("/v1/traces"), PROTOBUF, large).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void traces_ofAnotherType_areRefused(String type) throws InvalidProtocolBufferException {
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/traces"), type, FAILURE);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Status.parseFrom(response.body()).getMessage()).contains(PROTOBUF, JSON);
    }

    @Test
    void path_thatIsNone_isToldAsAStatus() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/profiles"), PROTOBUF, FAILURE);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Status.parseFrom(response.body()).getCode()).isEqualTo(Code.NOT_FOUND_VALUE);
    }

    @Test
    void export_whileStopping_isToBeSentAgain() throws InvalidProtocolBufferException {
        doors.admission().stop();
        HttpResponse<byte[]> response = HttpCalls.post(doors.uri("/v1/traces"), PROTOBUF, FAILURE);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Status.parseFrom(response.body()).getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
    }

    @Test
    void export_whenTooManyAreInside_isToBeSentAgainLater() throws InvalidProtocolBufferException {
        try (RunningDoors full =
                RunningDoors.open(new Parts(MemoryLimits.DEFAULT, 1, UnaryOperator.identity(), false))) {
            Admission.Answer other = full.admission().enter();
            HttpResponse<byte[]> response = HttpCalls.post(full.uri("/v1/traces"), PROTOBUF, FAILURE);

            assertThat(other).isInstanceOf(Admission.Answer.Entered.class);
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Status.parseFrom(response.body()).getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED_VALUE);
        }
    }

    @Test
    void export_rejectedInPart_saysSoInItsOwnFormat() throws IOException {
        MemoryLimits limits = new MemoryLimits(1_000, 1_000, 1, 100);
        byte[] other = logs(resource("other"), log(SeverityNumber.SEVERITY_NUMBER_ERROR, "one"))
                .toByteArray();
        byte[] otherInJson =
                new String(FAILURE_IN_JSON, UTF_8).replace("shop", "third").getBytes(UTF_8);
        try (RunningDoors full = RunningDoors.open(new Parts(limits, 64, UnaryOperator.identity(), false))) {
            HttpCalls.post(full.uri("/v1/traces"), PROTOBUF, FAILURE);
            HttpResponse<byte[]> inProtobuf = HttpCalls.post(full.uri("/v1/logs"), PROTOBUF, other);
            HttpResponse<byte[]> inJson = HttpCalls.post(full.uri("/v1/logs"), JSON, otherInJson);

            assertThat(inProtobuf.statusCode()).isEqualTo(200);
            assertThat(ExportLogsServiceResponse.parseFrom(inProtobuf.body())
                            .getPartialSuccess()
                            .getRejectedLogRecords())
                    .isEqualTo(1);
            assertThat(inJson.statusCode()).isEqualTo(200);
            JsonNode partial = new ObjectMapper().readTree(inJson.body()).get("partialSuccess");
            assertThat(partial.get("rejectedLogRecords").textValue()).isEqualTo("1");
            assertThat(partial.get("errorMessage").textValue()).contains("third");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/traces", "/v1/logs", "/v1/metrics"})
    void export_nestedDeepOrOfMillions_isAnswered(String path) {
        assertThat(HttpCalls.post(doors.uri(path), PROTOBUF, HostileBytes.deepAttribute(100_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(HttpCalls.post(doors.uri(path), PROTOBUF, HostileBytes.emptyRecords(5_000_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(HttpCalls.post(
                                doors.uri(path), JSON, "{\"a\":".repeat(500_000).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(HttpCalls.post(doors.uri(path), JSON, "[".repeat(500_000).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }
}
