package io.traceops.adapter.rest;

import io.traceops.adapter.rest.HttpCalls.Reply;
import java.time.Instant;

/** Events as tests send them. */
final class Sent {
    private Sent() {}

    static String error(String service, String id, long millis) {
        return event("ERROR", service, id, millis, "boom");
    }

    static String deploy(String service, String id, long millis) {
        return event("DEPLOY", service, id, millis, "v2");
    }

    static String event(String type, String service, String id, long millis, String message) {
        return "{\"id\":\"" + id + "\",\"eventType\":\"" + type + "\",\"serviceName\":\"" + service
                + "\",\"timestamp\":" + millis + ",\"message\":\"" + message + "\"}";
    }

    /** Milliseconds of a time on the day of {@link StoppedClock#NOON}. */
    static long at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z").toEpochMilli();
    }

    /** Posts events one after the other, each of which must be stored. */
    static void all(RunningDoor door, String... events) {
        for (String event : events) {
            Reply reply = door.calls().post("/events", event);
            if (reply.status() != 201) {
                throw new IllegalStateException(reply.text());
            }
        }
    }
}
