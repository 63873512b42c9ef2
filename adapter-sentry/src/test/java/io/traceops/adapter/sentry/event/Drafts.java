package io.traceops.adapter.sentry.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.ServiceName;

/** Events as SDKs send them, mapped at noon of 2026-03-01. */
public final class Drafts {
    public static final long NOON_MICROS = 1_772_366_400_000_000L;

    private Drafts() {}

    public static EventDraft draft(String json) {
        return draft(json.getBytes(UTF_8));
    }

    public static EventDraft draft(byte[] json) {
        return EventMapping.draft(event(json), new ServiceName("checkout"), JsonObject.EMPTY, NOON_MICROS);
    }

    static SentryEvent event(String json) {
        return event(json.getBytes(UTF_8));
    }

    private static SentryEvent event(byte[] json) {
        return switch (SentryEvent.read(json, 0, json.length)) {
            case SentryEvent.Outcome.Read(SentryEvent event) -> event;
            case SentryEvent.Outcome.TooLarge _ -> throw new AssertionError("too large");
            case SentryEvent.Outcome.Unreadable(String problem) -> throw new AssertionError("the event " + problem);
        };
    }

    /** A member of the metadata. */
    static JsonValue member(EventDraft draft, String name) {
        return draft.metadata()
                .flatMap(metadata -> metadata.member(name))
                .orElseThrow(() -> new AssertionError("no " + name + " in " + draft.metadata()));
    }

    static boolean has(EventDraft draft, String name) {
        return draft.metadata().flatMap(metadata -> metadata.member(name)).isPresent();
    }
}
