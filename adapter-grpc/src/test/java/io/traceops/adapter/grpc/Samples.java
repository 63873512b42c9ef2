package io.traceops.adapter.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.EventType;
import java.time.Instant;

/** Events as clients send them. */
final class Samples {
    private Samples() {}

    static Event.Builder error(String id, String service, String message) {
        return Event.newBuilder()
                .setId(id)
                .setEventType(EventType.EVENT_TYPE_ERROR)
                .setServiceName(service)
                .setMessage(message)
                .setTimestamp(at("11:50:00"));
    }

    static Event.Builder deploy(String id, String service, String message) {
        return error(id, service, message).setEventType(EventType.EVENT_TYPE_DEPLOY);
    }

    /** A time of the day that the engine's clock stands in, such as {@code 11:50:00}. */
    static Timestamp at(String time) {
        Instant instant = Instant.parse("2026-03-01T" + time + "Z");
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static CreateEventRequest create(Event.Builder event) {
        return CreateEventRequest.newBuilder().setEvent(event).build();
    }

    static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    /** Objects within objects, so many levels deep. */
    static Struct nested(int levels) {
        Struct inner = Struct.getDefaultInstance();
        for (int level = 1; level < levels; level++) {
            inner = Struct.newBuilder()
                    .putFields("in", Value.newBuilder().setStructValue(inner).build())
                    .build();
        }
        return inner;
    }
}
