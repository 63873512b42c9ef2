package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.BatchCreateEventsResponse;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.Event;
import io.traceops.v1.EventType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateEventsTest {
    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void createEvent_everyField_comesBack(Transport transport) throws IOException {
        Event event = Samples.error("e1", " shop ", "boom")
                .setTimestamp(Samples.at("11:50:00.123456789"))
                .setMetadata(Struct.newBuilder().putFields("userId", Samples.text("u1")))
                .build();
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            CreateEventResponse response = open.events()
                    .createEvent(CreateEventRequest.newBuilder().setEvent(event).build());

            assertThat(response.getDuplicate()).isFalse();
            assertThat(response.getEvent())
                    .isEqualTo(event.toBuilder()
                            .setServiceName("shop")
                            .setTimestamp(Samples.at("11:50:00.123456"))
                            .setReceivedAt(Samples.at("12:00:00"))
                            .build());
        }
    }

    @Test
    void createEvent_withoutIdAndTime_getsThem() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            Event stored = open.events()
                    .createEvent(
                            Samples.create(Samples.error("", "shop", "boom").clearTimestamp()))
                    .getEvent();

            assertThat(stored.getId()).isEqualTo("made-1");
            assertThat(stored.getTimestamp()).isEqualTo(Samples.at("12:00:00"));
            assertThat(stored.hasMetadata()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void createEvent_again_isADuplicate(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            CreateEventRequest request = Samples.create(Samples.error("e1", "shop", "boom"));
            CreateEventResponse first = open.events().createEvent(request);

            CreateEventResponse second = open.events().createEvent(request);

            assertThat(second.getDuplicate()).isTrue();
            assertThat(second.getEvent()).isEqualTo(first.getEvent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void createEvent_sameIdWithOtherContent_alreadyExists(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            open.events().createEvent(Samples.create(Samples.error("e1", "shop", "boom")));

            Refusal refusal =
                    Refusal.of(() -> open.events().createEvent(Samples.create(Samples.error("e1", "shop", "other"))));

            assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
            assertThat(refusal.reason()).isEqualTo("ID_CONFLICT");
        }
    }

    @ParameterizedTest
    @EnumSource
    void createEvent_severalBadFields_namesAllOfThem(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            Event.Builder event = Event.newBuilder()
                    .setId("not an id")
                    .setEventTypeValue(77)
                    .setTimestamp(Timestamp.newBuilder().setNanos(-1))
                    .setMessage("x".repeat(8_193))
                    .setMetadata(Samples.nested(33));

            Refusal refusal = Refusal.of(() -> open.events().createEvent(Samples.create(event)));

            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.violations())
                    .containsOnlyKeys(
                            "event.id",
                            "event.event_type",
                            "event.service_name",
                            "event.timestamp",
                            "event.message",
                            "event.metadata");
            assertThat(engine.ledger.size().events()).isZero();
        }
    }

    @Test
    void createEvent_withoutAnEvent_namesWhatIsRequired() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.events().createEvent(CreateEventRequest.getDefaultInstance()));

            assertThat(refusal.violations()).containsOnlyKeys("event.event_type", "event.service_name");
        }
    }

    @Test
    void createEvent_beforeTheHorizon_outOfRange() throws IOException {
        Engine small = Engine.limited(new MemoryLimits(2, 10, 10, 10));
        try (OpenDoor open = OpenDoor.to(small, Transport.NETTY)) {
            for (int i = 0; i < 5; i++) {
                open.events()
                        .createEvent(Samples.create(
                                Samples.error("e" + i, "shop", "boom").setTimestamp(Samples.at("11:0" + i + ":00"))));
            }

            Refusal refusal = Refusal.of(() -> open.events()
                    .createEvent(Samples.create(
                            Samples.error("late", "shop", "boom").setTimestamp(Samples.at("11:00:30")))));

            assertThat(refusal.code()).isEqualTo(Status.Code.OUT_OF_RANGE);
            assertThat(refusal.reason()).isEqualTo("BEFORE_HORIZON");
            assertThat(refusal.metadata("horizon")).startsWith("2026-03-01T11:0");
        }
    }

    @Test
    void createEvent_oneServiceTooMany_resourceExhausted() throws IOException {
        Engine small = Engine.limited(new MemoryLimits(10, 10, 1, 10));
        try (OpenDoor open = OpenDoor.to(small, Transport.NETTY)) {
            open.events().createEvent(Samples.create(Samples.error("e1", "shop", "boom")));

            Refusal refusal =
                    Refusal.of(() -> open.events().createEvent(Samples.create(Samples.error("e2", "cart", "boom"))));

            assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(refusal.reason()).isEqualTo("TOO_MANY_SERVICES");
            assertThat(refusal.retry()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchCreateEvents_good_storesAllInOrder(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            open.events().createEvent(Samples.create(Samples.error("e2", "shop", "boom")));

            BatchCreateEventsResponse response = open.events()
                    .batchCreateEvents(BatchCreateEventsRequest.newBuilder()
                            .addEvents(Samples.error("e1", "shop", "boom"))
                            .addEvents(Samples.error("e2", "shop", "boom"))
                            .addEvents(Samples.deploy("d1", "cart", "v2"))
                            .build());

            assertThat(response.getEventsList()).extracting(Event::getId).containsExactly("e1", "e2", "d1");
            assertThat(response.getEvents(2).getEventType()).isEqualTo(EventType.EVENT_TYPE_DEPLOY);
            assertThat(response.getDuplicates()).isEqualTo(1);
            assertThat(engine.ledger.size().events()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchCreateEvents_oneBad_storesNothingAndNamesIt(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            BatchCreateEventsRequest.Builder batch = BatchCreateEventsRequest.newBuilder()
                    .addEvents(Samples.error("e0", "shop", "boom"))
                    .addEvents(Samples.error("e1", "shop", "boom"))
                    .addEvents(Samples.error("e2", "shop", "boom"))
                    .addEvents(Samples.error("e3", "", "boom").clearEventType());

            Refusal refusal = Refusal.of(() -> open.events().batchCreateEvents(batch.build()));

            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.violations()).containsOnlyKeys("events[3].event_type", "events[3].service_name");
            assertThat(refusal.metadata("rejected_count")).isEqualTo("1");
            assertThat(engine.ledger.size().events()).isZero();
        }
    }

    @Test
    void batchCreateEvents_conflictAlone_alreadyExists() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            open.events().createEvent(Samples.create(Samples.error("e1", "shop", "boom")));
            BatchCreateEventsRequest.Builder batch = BatchCreateEventsRequest.newBuilder()
                    .addEvents(Samples.error("e0", "shop", "boom"))
                    .addEvents(Samples.error("e1", "shop", "other"));

            Refusal refusal = Refusal.of(() -> open.events().batchCreateEvents(batch.build()));

            assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
            assertThat(refusal.violations()).containsOnlyKeys("events[1].id");
            assertThat(engine.ledger.size().events()).isEqualTo(1);
        }
    }

    @Test
    void batchCreateEvents_everyEventBad_answersWithinTheTrailersThatAClientTakes() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            BatchCreateEventsRequest.Builder batch = BatchCreateEventsRequest.newBuilder();
            for (int i = 0; i < Engine.BATCH_MAX; i++) {
                batch.addEvents(Event.newBuilder().setId("no id").setTimestamp(Samples.at("23:00:00")));
            }

            Refusal refusal = Refusal.of(() -> open.events().batchCreateEvents(batch.build()));

            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.metadata("rejected_count")).isEqualTo("500");
            assertThat(refusal.metadata("violations_omitted")).isNotEmpty();
        }
    }

    @Test
    void batchCreateEvents_wrongSize_namesTheBound() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            BatchCreateEventsRequest.Builder batch = BatchCreateEventsRequest.newBuilder();
            for (int i = 0; i <= Engine.BATCH_MAX; i++) {
                batch.addEvents(Event.getDefaultInstance());
            }

            Refusal tooMany = Refusal.of(() -> open.events().batchCreateEvents(batch.build()));
            Refusal none =
                    Refusal.of(() -> open.events().batchCreateEvents(BatchCreateEventsRequest.getDefaultInstance()));

            assertThat(tooMany.violations()).containsEntry("events", "has 501 events, allowed 1 to 500");
            assertThat(none.violations()).containsEntry("events", "has 0 events, allowed 1 to 500");
        }
    }
}
