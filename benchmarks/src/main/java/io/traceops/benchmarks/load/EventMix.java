package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.traceops.benchmarks.SampleEvents;
import io.traceops.benchmarks.SampleStacks;
import io.traceops.v1.Event;
import io.traceops.v1.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Events as the load sends them, made beforehand and then sent over and over, so that clients cost little. Most have neither
 * id nor time and so are new each time; the server gives both. Seeded: every run sends the same ones.
 *
 * @param json each event as JSON in UTF-8, on one line
 * @param messages the same events as messages
 */
record EventMix(List<byte[]> json, List<Event> messages) {
    private static final int EVENTS = 20_000;
    private static final int KINDS = 2_000;
    private static final int USERS = 5_000;
    private static final int FRAMES_MIN = 5;
    private static final int FRAMES_MAX = 60;
    private static final int PERCENT = 100;
    private static final int LATE_SECONDS_MAX = 3_600;
    private static final JsonMapper JSON = new JsonMapper();

    /** What an event says, before it is written in one form or the other. */
    private record Content(
            EventType type,
            String service,
            String message,
            Optional<String> id,
            Optional<Instant> time,
            ObjectNode metadata) {}

    /** Errors of about 300 bytes of JSON with a stack of two frames, of 20 services and 2,000 kinds, all equally often. */
    static EventMix small() {
        Random random = new Random(1);
        return of(Stream.generate(() -> smallError(random)));
    }

    /**
     * What a group of services sends: 20 services and 2,000 kinds of error, few of which make up most, in six languages with
     * stacks of 5 to 60 frames. 1 % deploys and changes of configuration; 5 % late by up to an hour; 1 % sent before.
     */
    static EventMix realistic() {
        Random random = new Random(2);
        Instant start = Instant.now();
        return of(Stream.generate(() -> {
            int dice = random.nextInt(PERCENT);
            if (dice == 0) {
                return trigger(random);
            }
            Content error = error(random);
            if (dice == 1) {
                // With a time and an id, it is a duplicate whenever the events are sent again.
                return at(error, start.minusSeconds(1), Optional.of("sent-before-" + random.nextInt()));
            }
            boolean isLate = dice < 7;
            return isLate
                    ? at(error, start.minusSeconds(1 + random.nextInt(LATE_SECONDS_MAX)), Optional.empty())
                    : error;
        }));
    }

    /** A small error as JSON that is an issue of its own in its service, by its kind. */
    static byte[] errorOfKind(String service, int kind) {
        String stack = "Error: boom\n    at close" + kind + " (/app/dist/cart/service.js:88:17)";
        return json(new Content(
                EventType.EVENT_TYPE_ERROR,
                service,
                "Payment failed",
                Optional.empty(),
                Optional.empty(),
                JSON.createObjectNode().put("stack", stack)));
    }

    /** The mean size of an event as JSON, in bytes. */
    long meanBytes() {
        return json.stream().mapToLong(event -> event.length).sum() / json.size();
    }

    private static EventMix of(Stream<Content> contents) {
        List<byte[]> json = new ArrayList<>(EVENTS);
        List<Event> messages = new ArrayList<>(EVENTS);
        contents.limit(EVENTS).forEach(content -> {
            json.add(json(content));
            messages.add(message(content));
        });
        return new EventMix(json, messages);
    }

    private static Content smallError(Random random) {
        int kind = random.nextInt(KINDS);
        ObjectNode metadata = JSON.createObjectNode()
                .put(
                        "stack",
                        "Error: boom\n    at close" + kind + " (/app/dist/cart/service.js:88:17)"
                                + "\n    at handle (/app/dist/cart/controller.js:41:9)")
                .put("userId", "user-" + random.nextInt(USERS))
                .put("route", "POST /pay");
        return new Content(
                EventType.EVENT_TYPE_ERROR,
                service(kind),
                "Payment " + random.nextInt(1_000_000) + " failed: gateway answered after 1250 ms",
                Optional.empty(),
                Optional.empty(),
                metadata);
    }

    /** The n-th kind is met about n times as seldom as the first. */
    private static Content error(Random random) {
        int kind = (int) Math.pow(KINDS, random.nextDouble()) - 1;
        String language = SampleStacks.LANGUAGES.get(kind % SampleStacks.LANGUAGES.size());
        int frames = FRAMES_MIN + kind * 7 % (FRAMES_MAX - FRAMES_MIN + 1);
        String stack = SampleStacks.of(language, frames).replace("close", "close" + kind);
        ObjectNode metadata = JSON.createObjectNode()
                .put("stack", stack)
                .put("userId", "user-" + random.nextInt(USERS))
                .put("route", "POST /carts/" + random.nextInt(1_000_000) + "/close")
                .put("release", "1.4." + kind % 3)
                .put("environment", "production");
        return new Content(
                EventType.EVENT_TYPE_ERROR,
                service(kind),
                "Cart " + random.nextInt(1_000_000) + " of customer c-" + random.nextInt(USERS)
                        + " could not be closed",
                Optional.empty(),
                Optional.empty(),
                metadata);
    }

    private static Content trigger(Random random) {
        boolean isDeploy = random.nextBoolean();
        return new Content(
                isDeploy ? EventType.EVENT_TYPE_DEPLOY : EventType.EVENT_TYPE_CONFIG_CHANGE,
                service(random.nextInt(SampleEvents.SERVICES)),
                isDeploy ? "Deployed by the pipeline" : "Pool size raised",
                Optional.empty(),
                Optional.empty(),
                JSON.createObjectNode().put("release", "1.4." + random.nextInt(100)));
    }

    private static Content at(Content content, Instant time, Optional<String> id) {
        return new Content(
                content.type(), content.service(), content.message(), id, Optional.of(time), content.metadata());
    }

    private static String service(int kind) {
        return "service-" + kind % SampleEvents.SERVICES;
    }

    private static byte[] json(Content content) {
        ObjectNode event = JSON.createObjectNode();
        content.id().ifPresent(id -> event.put("id", id));
        event.put("eventType", content.type().name().substring("EVENT_TYPE_".length()));
        event.put("serviceName", content.service());
        content.time().ifPresent(time -> event.put("timestamp", time.toEpochMilli()));
        event.put("message", content.message());
        event.set("metadata", content.metadata());
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Event message(Content content) {
        Struct.Builder metadata = Struct.newBuilder();
        content.metadata()
                .properties()
                .forEach(member -> metadata.putFields(
                        member.getKey(),
                        Value.newBuilder()
                                .setStringValue(member.getValue().textValue())
                                .build()));
        Event.Builder event = Event.newBuilder()
                .setEventType(content.type())
                .setServiceName(content.service())
                .setMessage(content.message())
                .setMetadata(metadata);
        content.id().ifPresent(event::setId);
        content.time()
                .ifPresent(time -> event.setTimestamp(Timestamp.newBuilder()
                        .setSeconds(time.getEpochSecond())
                        .setNanos(time.getNano() / 1_000_000 * 1_000_000)));
        return event.build();
    }
}
