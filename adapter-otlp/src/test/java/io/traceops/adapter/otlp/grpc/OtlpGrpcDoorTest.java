package io.traceops.adapter.otlp.grpc;

import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.exceptionAttributes;
import static io.traceops.adapter.otlp.Telemetry.log;
import static io.traceops.adapter.otlp.Telemetry.logs;
import static io.traceops.adapter.otlp.Telemetry.nanos;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.span;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.Span;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.RunningDoors.Parts;
import io.traceops.adapter.otlp.Telemetry;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.application.capture.Admission;
import io.traceops.application.port.ForwardingLedger;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceLedger;
import io.traceops.domain.event.Event;
import io.traceops.domain.fold.Entry;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OtlpGrpcDoorTest {
    private static final ExportTraceServiceRequest FAILURE =
            traces(resource("shop"), span().addEvents(exception("A", "b", "")));

    @Test
    void traces_withFailures_areStored() {
        try (RunningDoors doors = RunningDoors.open()) {
            ExportTraceServiceResponse response = export(doors, FAILURE);

            assertThat(response).isEqualTo(ExportTraceServiceResponse.getDefaultInstance());
            assertThat(doors.events())
                    .singleElement()
                    .extracting(Event::message)
                    .isEqualTo("A: b");
        }
    }

    @Test
    void traces_sentAgain_areDuplicates() {
        try (RunningDoors doors = RunningDoors.open()) {
            export(doors, FAILURE);
            export(doors, FAILURE);

            assertThat(doors.events()).hasSize(1);
            assertThat(doors.counted("span_exception", "accepted")).isEqualTo(1);
            assertThat(doors.counted("span_exception", "duplicate")).isEqualTo(1);
        }
    }

    @Test
    void traces_ofManyFailures_areStoredInChunks() {
        Span.Builder span = span();
        for (int i = 0; i < 1_300; i++) {
            span.addEvents(exception("A", "b" + i, ""));
        }
        try (RunningDoors doors = RunningDoors.open()) {
            export(doors, traces(resource("shop"), span, span().setSpanId(Telemetry.bytes("00f067aa0ba902b7"))));

            assertThat(doors.counted("span_exception", "accepted")).isEqualTo(1_300);
            assertThat(doors.counted("span", "dropped")).isEqualTo(1);
        }
    }

    @Test
    void traces_ofTooManyFailures_areRejectedInPart() {
        Span.Builder span = span();
        for (int i = 0; i < 10_002; i++) {
            span.addEvents(exception("A", "b" + i, ""));
        }
        try (RunningDoors doors = RunningDoors.open()) {
            ExportTraceServiceResponse response = export(doors, traces(resource("shop"), span));

            assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
            assertThat(response.getPartialSuccess().getErrorMessage()).contains("10000 failures at most");
            assertThat(doors.counted("span_exception", "accepted")).isEqualTo(10_000);
            assertThat(doors.counted("span_exception", "rejected")).isEqualTo(2);
        }
    }

    @Test
    void logs_ofTooManyServices_areRejectedInPart() {
        MemoryLimits limits = new MemoryLimits(1_000, 1_000, 1, 100);
        try (RunningDoors doors = RunningDoors.open(new Parts(limits, 64, UnaryOperator.identity(), false))) {
            export(doors, FAILURE);

            ExportLogsServiceResponse response = LogsServiceGrpc.newBlockingStub(doors.channel())
                    .export(logs(
                            resource("other"),
                            log(SeverityNumber.SEVERITY_NUMBER_ERROR, "one"),
                            log(SeverityNumber.SEVERITY_NUMBER_INFO, "fine"),
                            log(SeverityNumber.SEVERITY_NUMBER_ERROR, "two")));

            assertThat(response.getPartialSuccess().getRejectedLogRecords()).isEqualTo(2);
            assertThat(response.getPartialSuccess().getErrorMessage())
                    .isEqualTo(
                            "2 not stored; the first because as many services are kept as may be, 1, and other is none"
                                    + " of them");
            assertThat(doors.counted("log_error", "rejected")).isEqualTo(2);
        }
    }

    @Test
    void metrics_areDropped() {
        ExportMetricsServiceRequest request = ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .addScopeMetrics(ScopeMetrics.newBuilder()
                                .addMetrics(Metric.newBuilder().setName("a"))
                                .addMetrics(Metric.newBuilder().setName("b"))))
                .build();
        try (RunningDoors doors = RunningDoors.open()) {
            assertThat(MetricsServiceGrpc.newBlockingStub(doors.channel()).export(request))
                    .isEqualTo(ExportMetricsServiceResponse.getDefaultInstance());
            assertThat(doors.counted("metric", "dropped")).isEqualTo(2);
        }
    }

    @Test
    void traces_compressed_areRead() {
        try (RunningDoors doors = RunningDoors.open()) {
            TraceServiceGrpc.newBlockingStub(doors.channel())
                    .withCompression("gzip")
                    .export(FAILURE);

            assertThat(doors.events()).hasSize(1);
        }
    }

    @Test
    void traces_unpackingToTooMuch_areExhaustingAndNotToBeSentAgain() throws InvalidProtocolBufferException {
        ExportTraceServiceRequest bomb = traces(resource("shop"), span().setName("x".repeat(65 * 1_024 * 1_024)));
        try (RunningDoors doors = RunningDoors.open()) {
            StatusRuntimeException refusal = refusal(() -> TraceServiceGrpc.newBlockingStub(doors.channel())
                    .withCompression("gzip")
                    .export(bomb));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(hasRetryInfo(refusal)).isFalse();
        }
    }

    @Test
    void export_whenTooManyAreInside_isToBeSentAgainLater() throws InvalidProtocolBufferException {
        try (RunningDoors doors =
                RunningDoors.open(new Parts(MemoryLimits.DEFAULT, 1, UnaryOperator.identity(), false))) {
            Admission.Answer other = doors.admission().enter();
            StatusRuntimeException refusal = refusal(() -> export(doors, FAILURE));

            assertThat(other).isInstanceOf(Admission.Answer.Entered.class);
            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(hasRetryInfo(refusal)).isTrue();
        }
    }

    @Test
    void export_answered_leavesItsPlace() {
        try (RunningDoors doors =
                RunningDoors.open(new Parts(MemoryLimits.DEFAULT, 1, UnaryOperator.identity(), false))) {
            for (int i = 0; i < 3; i++) {
                while (doors.admission().inFlight() > 0) {
                    Thread.onSpinWait();
                }
                export(doors, FAILURE);
            }

            assertThat(doors.events()).hasSize(1);
        }
    }

    @Test
    void export_thatNeverComes_isGivenUpAndLeavesItsPlace() throws InterruptedException {
        Parts parts = new Parts(MemoryLimits.DEFAULT, 1, UnaryOperator.identity(), false);
        try (RunningDoors doors = RunningDoors.open(parts, Duration.ofMillis(50))) {
            assertThat(RawExports.sendNothing(doors, Signal.TRACES).getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
            assertThat(doors.admission().awaitEmpty(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void export_whileStopping_isUnavailable() {
        try (RunningDoors doors = RunningDoors.open()) {
            doors.admission().stop();

            assertThat(refusal(() -> export(doors, FAILURE)).getStatus().getCode())
                    .isEqualTo(Code.UNAVAILABLE);
        }
    }

    @Test
    void export_failing_isNamedByAnIdAlone() {
        Parts parts = new Parts(MemoryLimits.DEFAULT, 64, BrokenLedger::new, false);
        try (RunningDoors doors = RunningDoors.open(parts)) {
            StatusRuntimeException refusal = refusal(() -> export(doors, FAILURE));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INTERNAL);
            assertThat(refusal.getStatus().getDescription())
                    .matches("the server failed; its log has more under [0-9a-f]{32}");
        }
    }

    @Test
    void health_open_isServing() {
        try (RunningDoors doors = RunningDoors.open()) {
            HealthCheckRequest request = HealthCheckRequest.newBuilder()
                    .setService(TraceServiceGrpc.SERVICE_NAME)
                    .build();

            assertThat(HealthGrpc.newBlockingStub(doors.channel())
                            .check(request)
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
        }
    }

    @Test
    void time_beforeTheHorizon_isRejectedInPart() {
        MemoryLimits limits = new MemoryLimits(2, 2, 10, 100);
        try (RunningDoors doors = RunningDoors.open(new Parts(limits, 64, UnaryOperator.identity(), false))) {
            Span.Builder span = span();
            for (int i = 0; i < 10; i++) {
                span.addEvents(exception("A", "b" + i, ""));
            }
            export(doors, traces(resource("shop"), span));

            ExportTraceServiceResponse response = export(
                    doors,
                    traces(
                            resource("shop"),
                            span().addEvents(
                                            exception("A", "old", "").setTimeUnixNano(nanos("2020-01-01T00:00:00Z")))));

            assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
            assertThat(response.getPartialSuccess().getErrorMessage())
                    .contains("it happened before 2026-03-01T11:50:00.000001Z");
        }
    }

    @Test
    void failure_recordedAndLogged_isCountedOnce() {
        try (RunningDoors doors = RunningDoors.open()) {
            export(doors, FAILURE);
            LogsServiceGrpc.newBlockingStub(doors.channel())
                    .export(logs(
                            resource("shop"),
                            log(SeverityNumber.SEVERITY_NUMBER_ERROR, "x")
                                    .addAllAttributes(exceptionAttributes("A", "b", ""))));

            assertThat(doors.events()).hasSize(1);
        }
    }

    private static ExportTraceServiceResponse export(RunningDoors doors, ExportTraceServiceRequest request) {
        return TraceServiceGrpc.newBlockingStub(doors.channel()).export(request);
    }

    private static StatusRuntimeException refusal(Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException refusal) {
            return refusal;
        }
        throw new AssertionError("the export was taken");
    }

    private static boolean hasRetryInfo(StatusRuntimeException refusal) {
        com.google.rpc.Status status = StatusProto.fromThrowable(refusal);
        return status != null && status.getDetailsList().stream().anyMatch(detail -> detail.is(RetryInfo.class));
    }

    /** A ledger that cannot write. */
    private static final class BrokenLedger extends ForwardingLedger {
        private final ServiceLedger ledger;

        BrokenLedger(ServiceLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        protected ServiceLedger ledger() {
            return ledger;
        }

        @Override
        public List<Receipt> appendEach(List<? extends Entry> entries, long receivedAtMicros) {
            throw new IllegalStateException("the disk is gone");
        }
    }
}
