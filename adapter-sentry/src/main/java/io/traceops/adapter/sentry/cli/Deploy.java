package io.traceops.adapter.sentry.cli;

import io.traceops.adapter.sentry.event.MetadataDraft;
import io.traceops.adapter.sentry.event.SentryTimes;
import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.PartDigest;
import io.traceops.domain.event.ServiceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A deploy that the command line announces. It becomes an event of each of its services.
 *
 * @param started when it began, as the client writes it
 * @param finished when it was done
 */
record Deploy(
        ReleaseId release,
        Optional<String> environment,
        Optional<String> name,
        Optional<String> url,
        Optional<String> started,
        Optional<String> finished) {
    private static final int TEXT_LENGTH_MAX = 256;
    private static final int URL_LENGTH_MAX = 1_024;
    private static final String ID_PREFIX = "deploy:";

    static Deploy of(ReleaseId release, JsonObject json) {
        return new Deploy(
                release,
                line(json, "environment", TEXT_LENGTH_MAX),
                line(json, "name", TEXT_LENGTH_MAX),
                line(json, "url", URL_LENGTH_MAX),
                line(json, "dateStarted", TEXT_LENGTH_MAX),
                line(json, "dateFinished", TEXT_LENGTH_MAX));
    }

    /**
     * The event of one service. Announced once more it is the same event.
     *
     * @param announced what is known of the release
     * @param nowMicros the server's clock
     */
    EventDraft draft(ServiceName service, Release announced, long nowMicros) {
        String version = release.version();
        MetadataDraft metadata = new MetadataDraft()
                .put("version", new JsonString(version))
                .put("release", new JsonString(version))
                .put("environment", environment, TEXT_LENGTH_MAX)
                .put("name", name, TEXT_LENGTH_MAX)
                .put("url", url, URL_LENGTH_MAX)
                .put("dateStarted", started, TEXT_LENGTH_MAX)
                .put("dateFinished", finished, TEXT_LENGTH_MAX)
                .put("organization", new JsonString(release.organization()));
        if (!announced.commits().elements().isEmpty()) {
            metadata.put("commits", announced.commits());
        }
        OptionalLong timestamp = micros(finished, nowMicros);
        return new EventDraft(
                Optional.of(id(service)),
                Optional.of(EventType.DEPLOY),
                Optional.of(service.value()),
                timestamp.isPresent() ? timestamp : micros(started, nowMicros),
                Optional.of("Deployed " + version
                        + environment.map(to -> " to " + to).orElse("")),
                Optional.of(metadata.object()),
                List.of());
    }

    /** As the command line reads it. */
    JsonObject json() {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put("environment", new JsonString(environment.orElse("")));
        json.put("name", orNull(name));
        json.put("url", orNull(url));
        json.put("dateStarted", orNull(started));
        json.put("dateFinished", orNull(finished));
        return new JsonObject(json);
    }

    private String id(ServiceName service) {
        return ID_PREFIX
                + PartDigest.empty()
                        .add(release.organization())
                        .add(release.version())
                        .add(environment.orElse(""))
                        .add(name.orElse(""))
                        .add(started.orElse(""))
                        .add(finished.orElse(""))
                        .add(service.value())
                        .endAsId();
    }

    private static OptionalLong micros(Optional<String> time, long nowMicros) {
        return time.isPresent() ? SentryTimes.micros(new JsonString(time.get()), nowMicros) : OptionalLong.empty();
    }

    private static Optional<String> line(JsonObject json, String name, int lengthMax) {
        return Fields.text(json, name)
                .map(Texts::inOneLine)
                .map(text -> Texts.cut(text, lengthMax))
                .filter(text -> !text.isEmpty());
    }

    private static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
    }
}
