package io.traceops.adapter.otlp.failure;

import static io.traceops.adapter.otlp.Telemetry.attribute;
import static io.traceops.adapter.otlp.Telemetry.bytes;
import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.failed;
import static io.traceops.adapter.otlp.Telemetry.nanos;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.span;
import static io.traceops.adapter.otlp.Telemetry.text;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.traceops.adapter.otlp.Telemetry;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanFailuresTest {
    private static final String STACK = """
        java.lang.IllegalStateException: no stock
        \tat shop.Orders.reserve(Orders.java:17)
        \tat shop.Api.post(Api.java:9)
        Caused by: shop.Stock$Empty: sold out
        \tat shop.Stock.take(Stock.java:5)
        """;

    private static final Span.Event.Builder EXCEPTION = exception("java.lang.IllegalStateException", "no stock", STACK);

    @Test
    void exception_ofASpan_isAnErrorWithAllThatIsSaidOfIt() {
        Resource resource = resource(
                "shop",
                text("service.namespace", "retail"),
                text("service.version", "2.1.0"),
                text("deployment.environment.name", "production"),
                text("telemetry.sdk.language", "java"),
                text("host.name", "node-7"));

        EventDraft draft = only(traces(
                resource,
                span().addAttributes(text("http.route", "/orders/{id}"))
                        .addAttributes(text("http.request.method", "POST"))
                        .addAttributes(text("user.id", "u-42"))
                        .addAttributes(attribute(
                                "http.response.status_code",
                                AnyValue.newBuilder().setIntValue(500)))
                        .addEvents(EXCEPTION.clone().addAttributes(text("thread.name", "main")))));

        assertThat(draft.type()).hasValue(EventType.ERROR);
        assertThat(draft.serviceName()).hasValue("shop");
        assertThat(draft.message()).hasValue("java.lang.IllegalStateException: no stock");
        assertThat(draft.timestampMicros())
                .isEqualTo(OptionalLong.of(Instant.parse("2026-03-01T11:50:00Z").toEpochMilli() * 1_000));
        assertThat(draft.malformed()).isEmpty();
        assertThat(draft.metadata().orElseThrow().members())
                .containsEntry("stack", new JsonString(STACK))
                .containsEntry("exceptionType", new JsonString("shop.Stock$Empty"))
                .containsEntry("route", new JsonString("/orders/{id}"))
                .containsEntry("method", new JsonString("POST"))
                .containsEntry("userId", new JsonString("u-42"))
                .containsEntry("release", new JsonString("2.1.0"))
                .containsEntry("environment", new JsonString("production"))
                .containsEntry("namespace", new JsonString("retail"))
                .containsEntry("language", new JsonString("java"))
                .containsEntry("traceId", new JsonString(Telemetry.TRACE))
                .containsEntry("spanId", new JsonString(Telemetry.SPAN))
                .containsEntry("spanName", new JsonString("GET /orders/{id}"))
                .containsEntry("scope", new JsonString("http-server"))
                .containsEntry("signal", new JsonString("span"))
                .containsEntry("attributes", new JsonObject(Map.of("thread.name", new JsonString("main"))))
                .containsEntry("span", new JsonObject(Map.of("http.response.status_code", JsonNumber.of(500))))
                .containsEntry("resource", new JsonObject(Map.of("host.name", new JsonString("node-7"))));
    }

    @Test
    void exceptions_ofOneSpan_areOneErrorEach() {
        List<EventDraft> drafts = Drafts.ofTraces(traces(
                resource("shop"), span().addEvents(exception("A", "1", "")).addEvents(exception("B", "2", ""))));

        assertThat(drafts).extracting(draft -> draft.message().orElseThrow()).containsExactly("A: 1", "B: 2");
        assertThat(drafts).extracting(EventDraft::id).doesNotHaveDuplicates();
    }

    @Test
    void exception_recordedOnNestedSpans_isOneErrorForEachSpan() {
        List<EventDraft> drafts = Drafts.ofTraces(traces(
                resource("shop"),
                span().addEvents(EXCEPTION),
                span().setSpanId(bytes("00f067aa0ba902b7")).addEvents(EXCEPTION)));

        assertThat(drafts).extracting(EventDraft::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void exception_sentAgain_hasTheSameId() {
        ExportTraceServiceRequest export = traces(resource("shop"), span().addEvents(EXCEPTION));

        assertThat(only(export)).isEqualTo(only(export));
        assertThat(only(export).id().orElseThrow()).matches("otel:[0-9a-f]{32}");
    }

    @Test
    void exception_withoutTrace_hasAnIdOfItsWholeRecord() {
        Span.Builder lost = span().clearTraceId();
        EventDraft first = only(traces(resource("shop"), lost.clone().addEvents(EXCEPTION)));
        EventDraft later = only(traces(
                resource("shop"),
                lost.clone().addEvents(EXCEPTION.clone().setTimeUnixNano(nanos("2026-03-01T11:55:00Z")))));

        assertThat(only(traces(resource("shop"), lost.clone().addEvents(EXCEPTION)))
                        .id())
                .isEqualTo(first.id());
        assertThat(later.id()).isNotEqualTo(first.id());
        assertThat(Drafts.text(first, "traceId")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.Outer.Inner, shop.Outer$Inner: boom, shop.Outer$Inner: boom",
        "'', shop.Outer$1: boom, shop.Outer$1: boom",
        "'', something else, boom",
        "Error, Error: boom, Error: boom",
        "shop.Other, shop.Outer$Inner: boom, shop.Other: boom"
    })
    void type_isAsTheRuntimePrintsIt(String type, String header, String message) {
        EventDraft draft = only(
                traces(resource("shop"), span().addEvents(exception(type, "boom", header + "\n\tat a.B.c(B.java:1)"))));

        assertThat(draft.message()).hasValue(message);
    }

    @ParameterizedTest
    @CsvSource({"shop.A, '', shop.A", "'', boom, boom", "shop.A, boom, shop.A: boom", "'', '', first line"})
    void message_isWhateverThereIs(String type, String value, String message) {
        EventDraft draft =
                only(traces(resource("shop"), span().addEvents(exception(type, value, "first line\nsecond"))));

        assertThat(draft.message()).hasValue(message);
    }

    @Test
    void message_tooLong_isCut() {
        EventDraft draft = only(traces(resource("shop"), span().addEvents(exception("A", "x".repeat(100_000), ""))));

        assertThat(draft.message().orElseThrow()).hasSize(8_192);
    }

    @ParameterizedTest
    @CsvSource({
        "http.route, /a/{b}, /a/{b}",
        "url.path, /a/7, /a/7",
        "http.target, /a/7?q=1, /a/7",
        "url.full, https://shop.example/a/7?q=1#x, /a/7",
        "url.full, https://shop.example, /",
        "http.url, http://shop.example:80/a, /a",
        "other, /a, ''"
    })
    void route_isThePatternOrElseThePath(String attribute, String value, String route) {
        EventDraft draft = only(traces(
                resource("shop"), span().addAttributes(text(attribute, value)).addEvents(EXCEPTION)));

        assertThat(Drafts.text(draft, "route")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "enduser.id, userId",
        "http.method, method",
    })
    void attribute_withItsOlderName_isRead(String attribute, String member) {
        EventDraft draft = only(traces(
                resource("shop"), span().addAttributes(text(attribute, "x")).addEvents(EXCEPTION)));

        assertThat(Drafts.text(draft, member)).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown_service:java, unknown_service:java",
        "'', unknown_service",
        "'  ', unknown_service",
        "' shop ', shop"
    })
    void service_isAsItIs(String name, String service) {
        assertThat(only(traces(resource(name), span().addEvents(EXCEPTION))).serviceName())
                .hasValue(service);
    }

    @Test
    void service_thatCannotBeOne_isRepaired() {
        EventDraft draft = only(traces(resource("a\u0000b" + "c".repeat(300)), span().addEvents(EXCEPTION)));

        assertThat(draft.serviceName().orElseThrow()).startsWith("a b").hasSize(200);
    }

    @Test
    void service_absent_isUnknown() {
        EventDraft draft = only(traces(Resource.getDefaultInstance(), span().addEvents(EXCEPTION)));

        assertThat(draft.serviceName()).hasValue("unknown_service");
    }

    @Test
    void time_beyondTomorrow_isLeftToTheServer() {
        Span.Event.Builder future = EXCEPTION.clone().setTimeUnixNano(nanos("2026-03-02T12:00:00.000001Z"));
        Span.Event.Builder tomorrow = EXCEPTION.clone().setTimeUnixNano(nanos("2026-03-02T12:00:00Z"));

        assertThat(only(traces(resource("shop"), span().addEvents(future))).timestampMicros())
                .isEmpty();
        assertThat(only(traces(
                                resource("shop"),
                                span().addEvents(EXCEPTION.clone().setTimeUnixNano(-1))))
                        .timestampMicros())
                .isEmpty();
        assertThat(only(traces(resource("shop"), span().addEvents(tomorrow))).timestampMicros())
                .isPresent();
    }

    @Test
    void time_absent_isTheEndOfTheSpan() {
        EventDraft draft =
                only(traces(resource("shop"), span().addEvents(EXCEPTION.clone().clearTimeUnixNano())));

        assertThat(draft.timestampMicros()).hasValue(nanos("2026-03-01T11:50:01Z") / 1_000);
    }

    @Test
    void span_thatWentWell_isNothing() {
        assertThat(Drafts.ofTraces(traces(resource("shop"), span()), true)).isEmpty();
    }

    @Test
    void span_failedWithoutException_isAnErrorOnlyIfAsked() {
        ExportTraceServiceRequest export = traces(resource("shop"), failed("card declined"));

        assertThat(Drafts.ofTraces(export)).isEmpty();
        assertThat(Drafts.ofTraces(export, true))
                .singleElement()
                .extracting(draft -> draft.message().orElseThrow())
                .isEqualTo("card declined");
    }

    @Test
    void span_failedWithoutWords_isNamedByWhatItDidAndHowItFailed() {
        ExportTraceServiceRequest export =
                traces(resource("shop"), failed("").addAttributes(text("error.type", "timeout")));

        assertThat(Drafts.ofTraces(export, true).getFirst().message()).hasValue("GET /orders/{id}: timeout");
    }

    @Test
    void span_failedWithException_isOneError() {
        assertThat(Drafts.ofTraces(traces(resource("shop"), failed("boom").addEvents(EXCEPTION)), true))
                .hasSize(1);
    }

    @Test
    void span_failedWithAnExceptionThatSaysNothing_isAnErrorIfAsked() {
        Span.Event.Builder silent = Span.Event.newBuilder().setName("exception");

        assertThat(Drafts.ofTraces(traces(resource("shop"), failed("boom").addEvents(silent)), true))
                .singleElement()
                .extracting(draft -> draft.message().orElseThrow())
                .isEqualTo("boom");
    }

    @Test
    void span_withVeryManyExceptions_isDescribedWithTheFirst() {
        Span.Builder span = span().addAttributes(text("cart", "17"));
        for (int i = 0; i < 12; i++) {
            span.addEvents(exception("A", "b" + i, ""));
        }

        assertThat(Drafts.ofTraces(traces(resource("shop"), span)).stream()
                        .map(draft ->
                                draft.metadata().orElseThrow().member("span").isPresent()))
                .containsExactly(true, true, true, true, true, true, true, true, false, false, false, false);
    }

    @Test
    void event_ofAnotherName_isNothing() {
        assertThat(Drafts.ofTraces(traces(
                        resource("shop"), span().addEvents(EXCEPTION.clone().setName("retry")))))
                .isEmpty();
    }

    @Test
    void metadata_ofMuch_fits() {
        Span.Builder span = span();
        Span.Event.Builder event = exception("T", "m", "\u0001\"ü€😀\n\tat x\n".repeat(20_000));
        for (int i = 0; i < 1_000; i++) {
            span.addAttributes(text("a" + i, "\u0001".repeat(5_000)));
            event.addAttributes(text("é" + i, "€".repeat(5_000)));
        }

        EventDraft draft = only(traces(resource("shop", text("big", "x".repeat(50_000))), span.addEvents(event)));

        assertThat(Metadata.problemOf(draft.metadata().orElseThrow())).isEmpty();
        assertThat(Drafts.text(draft, "stack").length()).isGreaterThan(20_000);
    }

    @Test
    void attributes_nestedDeep_areCut() {
        EventDraft draft = only(traces(
                resource("shop"),
                span().addEvents(EXCEPTION.clone().addAttributes(attribute("deep", Telemetry.nested(500))))));

        assertThat(Metadata.problemOf(draft.metadata().orElseThrow())).isEmpty();
        assertThat(Drafts.object(draft, "attributes").member("deep")).isPresent();
    }

    @Test
    void attribute_behindTooManyOthers_isReadIfItHasAName() {
        Span.Builder span = span();
        for (int i = 0; i < 1_000; i++) {
            span.addAttributes(text("a" + i, "x"));
        }

        EventDraft draft = only(traces(
                resource("shop"),
                span.addAttributes(text("http.route", "/late")).addEvents(EXCEPTION)));

        assertThat(Drafts.text(draft, "route")).isEqualTo("/late");
        assertThat(Drafts.object(draft, "span").members()).hasSizeLessThanOrEqualTo(128);
    }

    private static EventDraft only(ExportTraceServiceRequest export) {
        List<EventDraft> drafts = Drafts.ofTraces(export);
        assertThat(drafts).hasSize(1);
        return drafts.getFirst();
    }
}
