package io.traceops.storage.contract;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.lifecycle.IssueId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An event of a story, told step by step: {@code error("e1", "10:00").of("cart").by("ada")}. */
record EventSample(
        EventType type,
        String id,
        String service,
        long timestampMicros,
        boolean timestampGiven,
        String message,
        Map<String, JsonValue> metadata) {
    static final String SERVICE = "checkout";

    private static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);

    static EventSample error(String id, String clock) {
        return new EventSample(EventType.ERROR, id, SERVICE, at(clock), true, "Pool exhausted", Map.of());
    }

    static EventSample deploy(String id, String clock) {
        return new EventSample(EventType.DEPLOY, id, SERVICE, at(clock), true, "Deployed", Map.of());
    }

    static EventSample configChange(String id, String clock) {
        return new EventSample(EventType.CONFIG_CHANGE, id, SERVICE, at(clock), true, "Raised the pool", Map.of());
    }

    /** The microseconds of a time of the day {@code hh:mm} or {@code hh:mm:ss}, on the first day there is. */
    static long at(String clock) {
        long seconds = 0;
        for (String part : List.of((clock + (clock.length() == 5 ? ":00" : "")).split(":", -1))) {
            seconds = 60 * seconds + Long.parseLong(part);
        }
        return seconds * 1_000_000;
    }

    EventSample of(String otherService) {
        return new EventSample(type, id, otherService, timestampMicros, timestampGiven, message, metadata);
    }

    EventSample atMicros(long micros) {
        return new EventSample(type, id, service, micros, timestampGiven, message, metadata);
    }

    /** The server, not the client, said when it happened. */
    EventSample timedByServer() {
        return new EventSample(type, id, service, timestampMicros, false, message, metadata);
    }

    EventSample saying(String otherMessage) {
        return new EventSample(type, id, service, timestampMicros, timestampGiven, otherMessage, metadata);
    }

    EventSample on(String route) {
        return with("route", new JsonString(route));
    }

    EventSample by(String user) {
        return with("userId", new JsonString(user));
    }

    /** Grouped by the client. */
    EventSample as(String fingerprint) {
        return with("fingerprint", new JsonArray(List.of(new JsonString(fingerprint))));
    }

    /** From a release, in an environment unless that is empty. */
    EventSample in(String release, String environment) {
        EventSample named = with("release", new JsonString(release));
        return environment.isEmpty() ? named : named.with("environment", new JsonString(environment));
    }

    EventSample with(String name, JsonValue value) {
        Map<String, JsonValue> more = new TreeMap<>(metadata);
        more.put(name, value);
        return new EventSample(type, id, service, timestampMicros, timestampGiven, message, more);
    }

    EventId eventId() {
        return new EventId(id);
    }

    ServiceName serviceName() {
        return new ServiceName(service);
    }

    Moment moment() {
        return event().moment();
    }

    Event event() {
        Metadata object = new Metadata(new JsonObject(metadata));
        return Event.of(type, eventId(), serviceName(), timestampMicros, message, object);
    }

    Entry entry() {
        return switch (event()) {
            case ErrorEvent error -> ErrorEntry.of(error, timestampGiven, FINGERPRINTER.group(error));
            case Trigger trigger -> new TriggerEntry(trigger, timestampGiven);
        };
    }

    /** The issue of an error. */
    IssueId issueId() {
        return ((ErrorEntry) entry()).issueId();
    }
}
