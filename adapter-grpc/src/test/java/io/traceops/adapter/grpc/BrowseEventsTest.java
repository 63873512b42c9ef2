package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.traceops.v1.DeleteEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.EventType;
import io.traceops.v1.ExplainGroupingRequest;
import io.traceops.v1.ExplainGroupingResponse;
import io.traceops.v1.ExplainedPart;
import io.traceops.v1.GetEventRequest;
import io.traceops.v1.GetTimelineRequest;
import io.traceops.v1.GetTimelineResponse;
import io.traceops.v1.GroupingPart;
import io.traceops.v1.ListEventsRequest;
import io.traceops.v1.ListEventsResponse;
import io.traceops.v1.TimelineEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowseEventsTest {
    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void getEvent_stored_isFound(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            Event event = Samples.error("e1", "shop", "boom").build();
            create(open, event.toBuilder());

            assertThat(open.events().getEvent(request("e1")))
                    .isEqualTo(event.toBuilder()
                            .setReceivedAt(Samples.at("12:00:00"))
                            .build());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "not an id", "\u0000"})
    void getEvent_notStored_isNotFound(String id) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.events().getEvent(request(id)));

            assertThat(refusal.code()).isEqualTo(Status.Code.NOT_FOUND);
            assertThat(refusal.reason()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void getEvent_veryLongId_isNotFoundInFewWords() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.events().getEvent(request("\u20ac".repeat(1_000_000))));

            assertThat(refusal.code()).isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deleteEvent_stored_isGone(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            create(open, Samples.error("e1", "shop", "boom"));
            DeleteEventRequest request =
                    DeleteEventRequest.newBuilder().setId("e1").build();

            open.events().deleteEvent(request);

            assertThat(Refusal.of(() -> open.events().getEvent(request("e1"))).code())
                    .isEqualTo(Status.Code.NOT_FOUND);
            assertThat(Refusal.of(() -> open.events().deleteEvent(request)).code())
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    @Test
    void deleteEvent_idThatCannotBe_isNotFound() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(Refusal.of(() -> open.events()
                                    .deleteEvent(DeleteEventRequest.newBuilder()
                                            .setId("a b")
                                            .build()))
                            .code())
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listEvents_page_by_page_givesEachOnceNewestFirst(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            for (int i = 0; i < 7; i++) {
                create(
                        open,
                        Samples.error("e" + i, i % 2 == 0 ? "shop" : "cart", "boom")
                                .setTimestamp(Samples.at("11:0" + i + ":00")));
            }
            List<String> seen = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            String token = "";
            do {
                ListEventsResponse page = open.events()
                        .listEvents(ListEventsRequest.newBuilder()
                                .setPageSize(3)
                                .setPageToken(token)
                                .build());
                page.getEventsList().forEach(event -> seen.add(event.getId()));
                sizes.add(page.getEventsCount());
                token = page.getNextPageToken();
                // Newer events do not move the pages.
                create(open, Samples.error("new" + sizes.size(), "shop", "boom").setTimestamp(Samples.at("11:55:00")));
            } while (!token.isEmpty());

            assertThat(seen).containsExactly("e6", "e5", "e4", "e3", "e2", "e1", "e0");
            assertThat(sizes).containsExactly(3, 3, 1);
        }
    }

    @Test
    void listEvents_filters_narrowTheList() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:01:00")));
            create(open, Samples.deploy("d2", "shop", "v2").setTimestamp(Samples.at("11:02:00")));
            create(open, Samples.deploy("d3", "cart", "v3").setTimestamp(Samples.at("11:03:00")));
            create(open, Samples.deploy("d4", "shop", "v4").setTimestamp(Samples.at("11:04:00")));

            ListEventsResponse page = open.events()
                    .listEvents(ListEventsRequest.newBuilder()
                            .setServiceName("shop")
                            .setEventType(EventType.EVENT_TYPE_DEPLOY)
                            .setStartTime(Samples.at("11:01:00"))
                            .setEndTime(Samples.at("11:03:59"))
                            .build());

            assertThat(page.getEventsList()).extracting(Event::getId).containsExactly("d2");
        }
    }

    @Test
    void listEvents_badQuestion_namesEveryField() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.events()
                    .listEvents(ListEventsRequest.newBuilder()
                            .setServiceName("a\u0007b")
                            .setEventTypeValue(-3)
                            .setStartTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                            .setEndTime(Timestamp.newBuilder().setNanos(1_000_000_000))
                            .setPageSize(-1)
                            .setPageToken("nonsense")
                            .build()));

            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.violations())
                    .containsOnlyKeys(
                            "service_name", "event_type", "start_time", "end_time", "page_size", "page_token");
        }
    }

    @Test
    void listEvents_pageTooLarge_isRefusedAsThroughTheOtherDoor() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.events()
                    .listEvents(
                            ListEventsRequest.newBuilder().setPageSize(1_001).build()));

            assertThat(refusal.violations()).containsOnlyKeys("page_size");
        }
    }

    @ParameterizedTest
    @EnumSource
    void getTimeline_deployThenError_marksTheLikelyCause(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:00:00")));
            create(open, Samples.deploy("d2", "shop", "v2").setTimestamp(Samples.at("11:10:00")));
            create(open, Samples.error("e3", "shop", "boom").setTimestamp(Samples.at("11:14:00")));

            GetTimelineResponse timeline = open.events()
                    .getTimeline(GetTimelineRequest.newBuilder()
                            .setServiceName("shop")
                            .setPageSize(3)
                            .build());

            assertThat(timeline.getEntriesList())
                    .extracting(entry -> entry.getEvent().getId())
                    .containsExactly("e1", "d2", "e3");
            assertThat(timeline.getEntriesList())
                    .extracting(TimelineEntry::getIsLikelyCause)
                    .containsExactly(false, false, true);
            assertThat(timeline.getEntries(2).getCorrelatedTo()).isEqualTo("d2");
            assertThat(timeline.getServiceName()).isEqualTo("shop");
            assertThat(timeline.getCorrelationWindow().getSeconds()).isEqualTo(300);
            assertThat(timeline.hasHorizon()).isFalse();
            assertThat(timeline.getNextPageToken()).isEmpty();
        }
    }

    @Test
    void getTimeline_pages_continueOldestFirst() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            for (int i = 0; i < 3; i++) {
                create(open, Samples.error("e" + i, "shop", "boom").setTimestamp(Samples.at("11:0" + i + ":00")));
            }
            GetTimelineRequest.Builder request =
                    GetTimelineRequest.newBuilder().setServiceName("shop").setPageSize(2);
            GetTimelineResponse first = open.events().getTimeline(request.build());

            GetTimelineResponse second = open.events()
                    .getTimeline(request.setPageToken(first.getNextPageToken()).build());

            assertThat(second.getEntriesList())
                    .extracting(entry -> entry.getEvent().getId())
                    .containsExactly("e2");
        }
    }

    @Test
    void getTimeline_withoutService_namesIt() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(Refusal.of(() -> open.events().getTimeline(GetTimelineRequest.getDefaultInstance()))
                            .violations())
                    .containsOnlyKeys("service_name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void explainGrouping_twoRoutes_namesTheRouteAsTheDifference(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            create(open, onRoute("e1", "/cart/17"));
            create(open, onRoute("e2", "/pay"));

            ExplainGroupingResponse response = open.events()
                    .explainGrouping(ExplainGroupingRequest.newBuilder()
                            .setId("e1")
                            .setComparedTo("e2")
                            .build());

            assertThat(response.getExplanation().getEventId()).isEqualTo("e1");
            assertThat(response.getExplanation().getFingerprint()).hasSize(64);
            assertThat(response.getExplanation().getIssueId()).hasSize(32);
            ExplainedPart route = response.getExplanation().getPartsList().stream()
                    .filter(part -> part.getPart() == GroupingPart.GROUPING_PART_ROUTE)
                    .findFirst()
                    .orElseThrow();
            assertThat(route.getRaw()).isEqualTo("/cart/17");
            assertThat(route.getCanonical()).isEqualTo("/cart/{id}");
            assertThat(route.getDecisionsList()).isNotEmpty();
            assertThat(response.getComparedTo().getEventId()).isEqualTo("e2");
            assertThat(response.getSameIssue()).isFalse();
            assertThat(response.getFirstDifference()).isEqualTo(GroupingPart.GROUPING_PART_ROUTE);
        }
    }

    @Test
    void explainGrouping_sameIssue_saysSo() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            create(open, onRoute("e1", "/cart/17"));
            create(open, onRoute("e2", "/cart/18"));

            ExplainGroupingResponse response = open.events()
                    .explainGrouping(ExplainGroupingRequest.newBuilder()
                            .setId("e1")
                            .setComparedTo("e2")
                            .build());

            assertThat(response.getSameIssue()).isTrue();
            assertThat(response.getFirstDifference()).isEqualTo(GroupingPart.GROUPING_PART_UNSPECIFIED);
        }
    }

    @Test
    void explainGrouping_deployOrUnknown_isRefused() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            create(open, Samples.deploy("d1", "shop", "v1"));
            create(open, Samples.error("e1", "shop", "boom"));
            ExplainGroupingRequest.Builder request = ExplainGroupingRequest.newBuilder();

            assertThat(Refusal.of(() -> open.events()
                                    .explainGrouping(request.setId("d1").build()))
                            .violations())
                    .containsOnlyKeys("id");
            assertThat(Refusal.of(() -> open.events()
                                    .explainGrouping(request.setId("e1")
                                            .setComparedTo("d1")
                                            .build()))
                            .violations())
                    .containsOnlyKeys("compared_to");
            assertThat(Refusal.of(() -> open.events()
                                    .explainGrouping(request.setId("e9").build()))
                            .code())
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    private static Event.Builder onRoute(String id, String route) {
        return Samples.error(id, "shop", "boom")
                .setMetadata(Struct.newBuilder().putFields("route", Samples.text(route)));
    }

    private static GetEventRequest request(String id) {
        return GetEventRequest.newBuilder().setId(id).build();
    }

    private static void create(OpenDoor open, Event.Builder event) {
        open.events().createEvent(Samples.create(event));
    }
}
