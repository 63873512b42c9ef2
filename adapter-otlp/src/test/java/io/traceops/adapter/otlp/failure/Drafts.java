package io.traceops.adapter.otlp.failure;

import com.google.protobuf.Message;
import io.traceops.adapter.otlp.wire.ExportWalk;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What exports are taken to say, at noon. */
final class Drafts {
    static final long NOON_MICROS = Micros.of(Instant.parse("2026-03-01T12:00:00Z"));

    private Drafts() {}

    static List<EventDraft> ofTraces(Message export) {
        return ofTraces(export, false);
    }

    static List<EventDraft> ofTraces(Message export, boolean spanErrors) {
        SpanFailures failures = new SpanFailures(spanErrors);
        List<EventDraft> drafts = new ArrayList<>();
        walk(export, (origin, span) -> failures.read(origin, span, NOON_MICROS, (_, draft) -> drafts.add(draft)));
        return drafts;
    }

    static List<EventDraft> ofLogs(Message export) {
        LogFailures failures = new LogFailures();
        List<EventDraft> drafts = new ArrayList<>();
        walk(export, (origin, log) -> failures.read(origin, log, NOON_MICROS, (_, draft) -> drafts.add(draft)));
        return drafts;
    }

    private static void walk(Message export, ExportWalk.Visitor visitor) {
        try {
            ExportWalk.over(Slice.of(export.toByteArray()), Names.OF_RESOURCES, visitor);
        } catch (MalformedExport malformed) {
            throw new AssertionError("a sound export", malformed);
        }
    }

    /** A member of the metadata that is a text; empty if there is none. */
    static String text(EventDraft draft, String name) {
        return member(draft, name) instanceof JsonString string ? string.text() : "";
    }

    static JsonValue member(EventDraft draft, String name) {
        return draft.metadata().orElse(JsonObject.EMPTY).member(name).orElse(new JsonString(""));
    }

    static JsonObject object(EventDraft draft, String name) {
        return member(draft, name) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
