package io.traceops.adapter.otlp.failure;

import static io.traceops.adapter.otlp.Telemetry.attribute;
import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.exceptionAttributes;
import static io.traceops.adapter.otlp.Telemetry.log;
import static io.traceops.adapter.otlp.Telemetry.logs;
import static io.traceops.adapter.otlp.Telemetry.nanos;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.span;
import static io.traceops.adapter.otlp.Telemetry.text;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.traceops.adapter.otlp.Telemetry;
import io.traceops.application.capture.EventDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogFailuresTest {
    private static final String STACK = "shop.A$B: boom\n\tat shop.C.d(C.java:1)\n";

    @Test
    void exception_logged_isAnErrorWithAllThatIsSaidOfIt() {
        EventDraft draft = only(logs(
                resource("shop", text("service.version", "2.1.0"), text("deployment.environment", "staging")),
                log(SeverityNumber.SEVERITY_NUMBER_ERROR, "Checkout failed")
                        .addAllAttributes(exceptionAttributes("shop.A$B", "boom", STACK))
                        .addAttributes(text("cart", "c-7"))));

        assertThat(draft.message()).hasValue("shop.A$B: boom");
        assertThat(draft.timestampMicros()).hasValue(nanos("2026-03-01T11:50:00Z") / 1_000);
        assertThat(Drafts.text(draft, "stack")).isEqualTo(STACK);
        assertThat(Drafts.text(draft, "body")).isEqualTo("Checkout failed");
        assertThat(Drafts.text(draft, "severity")).isEqualTo("ERROR");
        assertThat(Drafts.text(draft, "signal")).isEqualTo("log");
        assertThat(Drafts.text(draft, "scope")).isEqualTo("shop.Checkout");
        assertThat(Drafts.text(draft, "release")).isEqualTo("2.1.0");
        assertThat(Drafts.text(draft, "environment")).isEqualTo("staging");
        assertThat(Drafts.text(draft, "traceId")).isEqualTo(Telemetry.TRACE);
        assertThat(Drafts.object(draft, "attributes").member("cart")).isPresent();
    }

    @Test
    void exception_loggedAndRecordedByItsSpan_hasOneId() {
        EventDraft fromLog = only(logs(
                resource("shop"),
                log(SeverityNumber.SEVERITY_NUMBER_ERROR, "Checkout failed")
                        .addAllAttributes(exceptionAttributes("shop.A$B", "boom", STACK))));
        EventDraft fromSpan = Drafts.ofTraces(
                        traces(resource("shop"), span().addEvents(exception("shop.A.B", "boom", STACK))))
                .getFirst();

        assertThat(fromLog.id()).isEqualTo(fromSpan.id());
        assertThat(fromLog.message()).isEqualTo(fromSpan.message());
    }

    @ParameterizedTest
    @EnumSource(
            value = SeverityNumber.class,
            names = {"SEVERITY_NUMBER_UNSPECIFIED", "SEVERITY_NUMBER_WARN", "SEVERITY_NUMBER_FATAL4"})
    void exception_loggedAsAWarningOrMore_isAnError(SeverityNumber severity) {
        assertThat(Drafts.ofLogs(
                        logs(resource("shop"), log(severity, "").addAllAttributes(exceptionAttributes("A", "b", "")))))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = SeverityNumber.class,
            names = {"SEVERITY_NUMBER_TRACE", "SEVERITY_NUMBER_DEBUG", "SEVERITY_NUMBER_INFO4"})
    void exception_loggedByTheWay_isNothing(SeverityNumber severity) {
        LogRecord.Builder log = log(severity, "will retry").addAllAttributes(exceptionAttributes("A", "b", ""));

        assertThat(Drafts.ofLogs(logs(resource("shop"), log.setEventName("http.client.exception"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERITY_NUMBER_WARN4, false",
        "SEVERITY_NUMBER_ERROR, true",
        "SEVERITY_NUMBER_FATAL, true",
        "SEVERITY_NUMBER_INFO, false"
    })
    void log_withoutException_isAnErrorFromSeverityErrorOn(SeverityNumber severity, boolean isError) {
        assertThat(Drafts.ofLogs(logs(resource("shop"), log(severity, "disk full"))))
                .extracting(draft -> draft.message().orElseThrow())
                .isEqualTo(isError ? List.of("disk full") : List.of());
    }

    @Test
    void log_namedAnException_isAnErrorFromAWarningOn() {
        LogRecord.Builder log = log(SeverityNumber.SEVERITY_NUMBER_WARN, "").setEventName("http.server.exception");

        assertThat(only(logs(resource("shop"), log)).message()).hasValue("http.server.exception");
    }

    @Test
    void log_namedByAnAttribute_isAnError() {
        LogRecord.Builder log = log(SeverityNumber.SEVERITY_NUMBER_WARN, "it broke")
                .addAttributes(text("event.name", "device.exception"));

        assertThat(only(logs(resource("shop"), log)).message()).hasValue("it broke");
    }

    @Test
    void log_withAStructuredBody_isReadAsText() {
        KeyValueList.Builder body = KeyValueList.newBuilder()
                .addValues(text("event", "payment"))
                .addValues(attribute("tries", AnyValue.newBuilder().setIntValue(3)));
        LogRecord.Builder log = log(SeverityNumber.SEVERITY_NUMBER_ERROR, "")
                .setBody(AnyValue.newBuilder().setKvlistValue(body));

        assertThat(only(logs(resource("shop"), log)).message()).hasValue("{event: payment, tries: 3}");
    }

    @Test
    void log_withoutWords_isNamedByItsSeverity() {
        assertThat(only(logs(resource("shop"), log(SeverityNumber.SEVERITY_NUMBER_FATAL2, "")))
                        .message())
                .hasValue("FATAL");
    }

    @Test
    void logs_alikeInOneSpanAtTwoTimes_areTwoErrors() {
        List<EventDraft> drafts = Drafts.ofLogs(logs(
                resource("shop"),
                log(SeverityNumber.SEVERITY_NUMBER_ERROR, "retry failed"),
                log(SeverityNumber.SEVERITY_NUMBER_ERROR, "retry failed")
                        .setTimeUnixNano(nanos("2026-03-01T11:50:05Z"))));

        assertThat(drafts).extracting(EventDraft::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void time_absent_isWhenItWasObserved() {
        LogRecord.Builder log = log(SeverityNumber.SEVERITY_NUMBER_ERROR, "x")
                .clearTimeUnixNano()
                .setObservedTimeUnixNano(nanos("2026-03-01T11:51:00Z"));

        assertThat(only(logs(resource("shop"), log)).timestampMicros()).hasValue(nanos("2026-03-01T11:51:00Z") / 1_000);
        assertThat(only(logs(resource("shop"), log.clearObservedTimeUnixNano())).timestampMicros())
                .isEmpty();
    }

    @Test
    void body_nestedDeep_isCut() {
        LogRecord.Builder log = log(SeverityNumber.SEVERITY_NUMBER_ERROR, "").setBody(Telemetry.nested(501));

        assertThat(only(logs(resource("shop"), log)).message().orElseThrow()).startsWith("[{in: [{in: ");
    }

    private static EventDraft only(ExportLogsServiceRequest export) {
        List<EventDraft> drafts = Drafts.ofLogs(export);
        assertThat(drafts).hasSize(1);
        return drafts.getFirst();
    }
}
