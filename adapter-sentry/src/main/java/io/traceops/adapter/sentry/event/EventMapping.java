package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Texts;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Maps what an SDK says to an event. Every event is an error, whatever its level: whoever sends a message to Sentry
 * finds it there as an issue, and looks for it here as one.
 *
 * <p>Total: what is missing or malformed is absent, what is too long is cut, and nothing is a reason to refuse.
 */
public final class EventMapping {
    private static final int NAME_LENGTH_MAX = 256;
    private static final int TYPE_LENGTH_MAX = 512;
    private static final int ADDRESS_LENGTH_MAX = 1_024;

    private EventMapping() {}

    /**
     * @param envelopeHeader its {@code event_id} counts more than the event's own; empty if there is no envelope
     * @param nowMicros the server's clock
     */
    public static EventDraft draft(SentryEvent event, ServiceName service, JsonObject envelopeHeader, long nowMicros) {
        ExceptionChain chain = ExceptionChain.of(event);
        Optional<String> log = LogMessage.of(event);
        Optional<String> thrown = chain.thrown().map(SentryException::message).filter(text -> !text.isEmpty());
        Optional<String> logBeside = thrown.flatMap(text -> log.filter(other -> !other.equals(text)));
        return new EventDraft(
                EventIds.of(envelopeHeader).or(() -> EventIds.of(event.json())),
                Optional.of(EventType.ERROR),
                Optional.of(service.value()),
                event.json()
                        .member("timestamp")
                        .map(value -> SentryTimes.micros(value, nowMicros))
                        .orElse(OptionalLong.empty()),
                thrown.or(() -> log).map(text -> Texts.cut(text, Event.MESSAGE_LENGTH_MAX)),
                Optional.of(metadata(event, chain, logBeside)),
                List.of());
    }

    /** What grouping reads comes first, then what the other rules read, then the rest as far as there is room. */
    private static JsonObject metadata(SentryEvent event, ExceptionChain chain, Optional<String> logMessage) {
        MetadataDraft draft = new MetadataDraft();
        draft.put("exceptionType", chain.innermostType(), TYPE_LENGTH_MAX);
        ClientFingerprint.of(event).ifPresent(fingerprint -> draft.put("fingerprint", fingerprint));
        putStack(draft, event, chain);
        Surroundings around = new Surroundings(event);
        draft.put("route", around.route(), ADDRESS_LENGTH_MAX)
                .put("userId", around.userId(), NAME_LENGTH_MAX)
                .put("release", line(event, "release"), NAME_LENGTH_MAX)
                .put("environment", line(event, "environment"), NAME_LENGTH_MAX)
                .put("level", new JsonString(level(event).wireName()))
                .put("url", around.url(), ADDRESS_LENGTH_MAX)
                .put("method", around.method(), NAME_LENGTH_MAX)
                .put("transaction", around.transactionThatIsNoRoute(), NAME_LENGTH_MAX)
                .put("platform", line(event, "platform"), NAME_LENGTH_MAX)
                .put("logger", line(event, "logger"), NAME_LENGTH_MAX)
                .put("serverName", line(event, "server_name"), NAME_LENGTH_MAX)
                .put("dist", line(event, "dist"), NAME_LENGTH_MAX)
                .put("traceId", around.traceId(), NAME_LENGTH_MAX)
                .put("spanId", around.spanId(), NAME_LENGTH_MAX)
                .put("sdk", around.sdk(), NAME_LENGTH_MAX)
                .put("logMessage", logMessage, ADDRESS_LENGTH_MAX);
        chain.summary().ifPresent(summary -> draft.put("exceptions", summary));
        Tags.of(event).ifPresent(tags -> draft.put("tags", tags));
        return draft.object();
    }

    private static void putStack(MetadataDraft draft, SentryEvent event, ExceptionChain chain) {
        List<JsonObject> oldestFirst = chain.deciding()
                .map(SentryException::framesOldestFirst)
                .filter(frames -> !frames.isEmpty())
                .orElseGet(() -> Threads.frames(event));
        if (oldestFirst.isEmpty()) {
            return;
        }
        StackFrames frames = StackFrames.of(oldestFirst, event.platform());
        draft.put("stack", frames.newestFirst());
        if (frames.omitted() > 0) {
            draft.put("framesOmitted", JsonNumber.of(frames.omitted()));
        }
    }

    private static Level level(SentryEvent event) {
        return event.json().member("level").map(Level::of).orElse(Level.ERROR);
    }

    private static Optional<String> line(SentryEvent event, String name) {
        return event.text(name).map(Texts::inOneLine).filter(text -> !text.isEmpty());
    }
}
