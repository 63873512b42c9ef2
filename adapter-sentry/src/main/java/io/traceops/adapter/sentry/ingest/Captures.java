package io.traceops.adapter.sentry.ingest;

import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.adapter.sentry.envelope.Envelope;
import io.traceops.adapter.sentry.envelope.ItemType;
import io.traceops.adapter.sentry.event.EventMapping;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.adapter.sentry.ingest.WireItems.Outcome;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.ServiceName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores the events of requests, counts everything that was in them, and says what to answer. Thread-safe. */
@Singleton
final class Captures {
    private final CaptureEvents capture;
    private final SentrySettings settings;
    private final WireItems counts;

    Captures(CaptureEvents capture, SentrySettings settings, WireItems counts) {
        this.capture = capture;
        this.settings = settings;
        this.counts = counts;
    }

    /** Stores the events among the items; the others are dropped. */
    MutableHttpResponse<byte[]> envelope(Envelope envelope, byte[] bytes, ServiceName service) {
        List<EventDraft> drafts = new ArrayList<>(1);
        Optional<MutableHttpResponse<byte[]>> refusal = Optional.empty();
        JsonObject header = envelope.header();
        for (Envelope.Item item : envelope.items()) {
            if (item.type() != ItemType.EVENT) {
                counts.count(item.type(), Outcome.DROPPED);
                continue;
            }
            SentryEvent.Outcome outcome = SentryEvent.read(bytes, item.from(), item.to());
            if (outcome instanceof SentryEvent.Outcome.Read(SentryEvent event)) {
                drafts.add(draft(event, service, header));
            } else {
                refusal = refusal.or(() -> Optional.of(unread(outcome)));
            }
            // The header's id is that of one event; there is no more than one in what SDKs send.
            header = JsonObject.EMPTY;
        }
        return drafts.isEmpty() ? refusal.orElseGet(IngestAnswers::withoutEvent) : capture(drafts);
    }

    /** Stores an event that came alone. */
    MutableHttpResponse<byte[]> event(SentryEvent.Outcome outcome, Optional<ServiceName> service) {
        return outcome instanceof SentryEvent.Outcome.Read(SentryEvent event) && service.isPresent()
                ? capture(List.of(draft(event, service.get(), JsonObject.EMPTY)))
                : unread(outcome);
    }

    private MutableHttpResponse<byte[]> unread(SentryEvent.Outcome outcome) {
        counts.count(ItemType.EVENT, Outcome.INVALID);
        return switch (outcome) {
            case SentryEvent.Outcome.TooLarge _ -> IngestAnswers.tooLarge();
            case SentryEvent.Outcome.Unreadable(String problem) -> IngestAnswers.unreadable(problem);
            case SentryEvent.Outcome.Read _ -> throw new IllegalStateException("an event that was read");
        };
    }

    private MutableHttpResponse<byte[]> capture(List<EventDraft> drafts) {
        List<CaptureOutcome> outcomes = capture.captureEach(drafts);
        outcomes.forEach(outcome -> counts.count(ItemType.EVENT, Outcome.of(outcome)));
        return IngestAnswers.of(drafts.getFirst().id().orElse(""), outcomes);
    }

    private EventDraft draft(SentryEvent event, ServiceName service, JsonObject header) {
        EventDraft draft = EventMapping.draft(
                event, service, header, Micros.of(settings.clock().instant()));
        return draft.id().isPresent()
                ? draft
                : new EventDraft(
                        Optional.of(freshId()),
                        draft.type(),
                        draft.serviceName(),
                        draft.timestampMicros(),
                        draft.message(),
                        draft.metadata(),
                        draft.malformed());
    }

    /** The answer names an event by 32 digits, so one that came without an id gets such a one. */
    private static String freshId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
