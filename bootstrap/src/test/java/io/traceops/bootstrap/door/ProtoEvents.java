package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.traceops.v1.Event;
import io.traceops.v1.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Events in the shape of the REST API as messages of the gRPC API. */
final class ProtoEvents {
    private ProtoEvents() {}

    static List<Event> of(List<? extends JsonNode> events) {
        return events.stream().map(ProtoEvents::of).toList();
    }

    static Event of(JsonNode event) {
        Event.Builder message = Event.newBuilder()
                .setId(event.path("id").asText(""))
                .setServiceName(event.path("serviceName").asText(""))
                .setMessage(event.path("message").asText(""));
        if (event.has("eventType")) {
            message.setEventType(type(event.get("eventType").asText()));
        }
        if (event.has("timestamp")) {
            message.setTimestamp(timestamp(event.get("timestamp")));
        }
        if (event.has("metadata")) {
            message.setMetadata(struct(event.get("metadata")));
        }
        return message.build();
    }

    static EventType type(String name) {
        return EventType.valueOf("EVENT_TYPE_" + name);
    }

    static Timestamp timestamp(JsonNode value) {
        return value.isTextual() ? timestamp(Instant.parse(value.textValue())) : timestamp(value.decimalValue());
    }

    static Timestamp timestamp(BigDecimal millis) {
        long micros = millis.movePointRight(3).longValueExact();
        return timestamp(
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L));
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    private static Struct struct(JsonNode object) {
        Struct.Builder struct = Struct.newBuilder();
        object.properties().forEach(member -> struct.putFields(member.getKey(), value(member.getValue())));
        return struct.build();
    }

    private static Value value(JsonNode json) {
        Value.Builder value = Value.newBuilder();
        switch (json.getNodeType()) {
            case OBJECT -> value.setStructValue(struct(json));
            case ARRAY -> {
                ListValue.Builder list = ListValue.newBuilder();
                json.forEach(item -> list.addValues(value(item)));
                value.setListValue(list);
            }
            case STRING -> value.setStringValue(json.textValue());
            case NUMBER -> value.setNumberValue(json.doubleValue());
            case BOOLEAN -> value.setBoolValue(json.booleanValue());
            case NULL, MISSING, BINARY, POJO -> value.setNullValue(NullValue.NULL_VALUE);
        }
        return value.build();
    }
}
