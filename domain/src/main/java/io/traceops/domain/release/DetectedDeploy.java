package io.traceops.domain.release;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.PartDigest;
import io.traceops.domain.event.ServiceName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The deploy that the first event of a release is evidence of. It is an event like any other, but that nobody sent it: its
 * id begins with {@link EventId#DETECTED_PREFIX} and is derived from the service, the environment and the release, and its
 * metadata say {@code "detected": true}.
 *
 * <p>It happened one microsecond before its evidence. At the same instant it would count as the answer to the very error
 * that gives it away: a trigger resolves what occurred up to its own time.
 */
final class DetectedDeploy {
    private DetectedDeploy() {}

    /** @param evidence the first event of the service that names the release in the environment */
    static Deploy of(ServiceName service, ReleaseKey key, Moment evidence) {
        Map<String, JsonValue> metadata = new LinkedHashMap<>();
        metadata.put("detected", new JsonBoolean(true));
        metadata.put("release", new JsonString(key.release()));
        if (!key.environment().isEmpty()) {
            metadata.put("environment", new JsonString(key.environment()));
        }
        return new Deploy(
                id(service, key),
                service,
                timestampMicros(evidence),
                "First seen: " + key.label(),
                new Metadata(new JsonObject(metadata)));
    }

    static long timestampMicros(Moment evidence) {
        return Math.max(0, evidence.timestampMicros() - 1);
    }

    /** The prefix, and the id that {@link PartDigest} makes of service, environment and release. */
    static EventId id(ServiceName service, ReleaseKey key) {
        String digest = PartDigest.empty()
                .add(service.value())
                .add(key.environment())
                .add(key.release())
                .endAsId();
        return new EventId(EventId.DETECTED_PREFIX + digest);
    }
}
