package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.traceops.v1.Event;
import io.traceops.v1.GetIssueRequest;
import io.traceops.v1.Issue;
import io.traceops.v1.IssueSort;
import io.traceops.v1.IssueStatus;
import io.traceops.v1.IssueTransition;
import io.traceops.v1.ListIssueEventsRequest;
import io.traceops.v1.ListIssueEventsResponse;
import io.traceops.v1.ListIssuesNeedingAttentionRequest;
import io.traceops.v1.ListIssuesRequest;
import io.traceops.v1.ListIssuesResponse;
import io.traceops.v1.ListServicesRequest;
import io.traceops.v1.PriorityComponent;
import io.traceops.v1.ServiceSummary;
import io.traceops.v1.Severity;
import io.traceops.v1.TransitionKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageIssuesTest {
    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void getIssue_regressed_hasEverything(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            tellRegression(open);
            String id = only(open).getId();

            Issue issue = open.issues()
                    .getIssue(GetIssueRequest.newBuilder().setId(id).build());

            assertThat(issue.getServiceName()).isEqualTo("shop");
            assertThat(issue.getTitle()).isEqualTo("payment timeout");
            assertThat(issue.getFingerprint()).hasSize(64);
            assertThat(issue.getStatus()).isEqualTo(IssueStatus.ISSUE_STATUS_OPEN);
            assertThat(issue.getCount()).isEqualTo(2);
            assertThat(issue.getFirstSeen()).isEqualTo(Samples.at("11:30:00"));
            assertThat(issue.getLastSeen()).isEqualTo(Samples.at("11:41:00"));
            assertThat(issue.getRegressionCount()).isEqualTo(1);
            assertThat(issue.hasUniqueUsers()).isTrue();
            assertThat(issue.getUniqueUsers()).isEqualTo(2);
            assertThat(issue.getSuspectedCause().getEventId()).isEqualTo("d1");
            assertThat(issue.getSuspectedCause().getMessage()).isEqualTo("v2");
            assertThat(issue.hasResolvedAt()).isFalse();
            assertThat(issue.getRelatedEventIdsList()).containsExactly("e2", "e1");
            assertThat(issue.getSeverityStepsList()).isNotEmpty();
            assertThat(issue.getSeveritySteps(issue.getSeverityStepsCount() - 1).getSeverity())
                    .isEqualTo(issue.getSeverity());
            assertThat(issue.getPriorityReason()).isNotBlank();
            assertThat(issue.getPriorityComponentsList().stream()
                            .mapToDouble(PriorityComponent::getPoints)
                            .sum())
                    .isCloseTo(issue.getPriorityScore(), within(1e-6));
        }
    }

    @Test
    void getIssue_regressed_tellsItsHistoryNewestFirst() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            tellRegression(open);
            Issue listed = only(open);

            Issue issue = open.issues()
                    .getIssue(GetIssueRequest.newBuilder().setId(listed.getId()).build());

            assertThat(issue.getTransitionsList())
                    .extracting(IssueTransition::getKind)
                    .containsExactly(
                            TransitionKind.TRANSITION_KIND_OPENED,
                            TransitionKind.TRANSITION_KIND_RESOLVED,
                            TransitionKind.TRANSITION_KIND_REGRESSED);
            assertThat(issue.getTransitions(1).getEventId()).isEqualTo("d1");
            assertThat(issue.getTransitions(1).getTimestamp()).isEqualTo(Samples.at("11:40:00"));
            assertThat(issue.getTransitions(1).getEffectiveTime()).isEqualTo(Samples.at("11:40:00"));
            assertThat(listed.getTransitionsList()).isEmpty();
        }
    }

    @Test
    void getIssue_resolved_saysWhenAndByWhat() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:30:00")));
            create(open, Samples.deploy("d1", "shop", "v2").setTimestamp(Samples.at("11:40:00")));

            Issue issue = only(open);

            assertThat(issue.getStatus()).isEqualTo(IssueStatus.ISSUE_STATUS_RESOLVED);
            assertThat(issue.getResolvedAt()).isEqualTo(Samples.at("11:40:00"));
            assertThat(issue.getResolvedBy().getEventId()).isEqualTo("d1");
            assertThat(issue.hasUniqueUsers()).isFalse();
            assertThat(issue.hasSuspectedCause()).isFalse();
        }
    }

    @Test
    void getIssue_unknown_isNotFound() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            for (String id : List.of("", "x", "0".repeat(32), "\u20ac".repeat(100_000))) {
                assertThat(Refusal.of(() -> open.issues()
                                        .getIssue(GetIssueRequest.newBuilder()
                                                .setId(id)
                                                .build()))
                                .code())
                        .isEqualTo(Status.Code.NOT_FOUND);
                assertThat(Refusal.of(() -> open.issues()
                                        .listIssueEvents(ListIssueEventsRequest.newBuilder()
                                                .setIssueId(id)
                                                .build()))
                                .code())
                        .isEqualTo(Status.Code.NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void listIssues_pages_giveEachOnceInOrder(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            List<String> words = List.of("alpha", "beta", "gamma", "delta", "epsilon");
            for (int i = 0; i < words.size(); i++) {
                create(
                        open,
                        Samples.error("e" + i, "s" + i % 2, words.get(i)).setTimestamp(Samples.at("11:0" + i + ":00")));
            }
            List<String> titles = new ArrayList<>();
            String token = "";
            do {
                ListIssuesResponse page = open.issues()
                        .listIssues(ListIssuesRequest.newBuilder()
                                .setSort(IssueSort.ISSUE_SORT_LAST_SEEN)
                                .setPageSize(2)
                                .setPageToken(token)
                                .build());
                page.getIssuesList().forEach(issue -> titles.add(issue.getTitle()));
                token = page.getNextPageToken();
            } while (!token.isEmpty());

            assertThat(titles).containsExactly("epsilon", "delta", "gamma", "beta", "alpha");
        }
    }

    @Test
    void listIssues_filters_narrowTheList() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            create(open, Samples.error("e1", "shop", "payment timeout").setTimestamp(Samples.at("11:30:00")));
            create(open, Samples.error("e2", "cart", "plain").setTimestamp(Samples.at("11:30:00")));
            create(open, Samples.deploy("d1", "cart", "v2").setTimestamp(Samples.at("11:40:00")));
            ListIssuesRequest all = ListIssuesRequest.getDefaultInstance();

            assertThat(titles(open, all)).containsExactly("payment timeout", "plain");
            assertThat(titles(open, all.toBuilder().setServiceName("cart").build()))
                    .containsExactly("plain");
            assertThat(titles(
                            open,
                            all.toBuilder()
                                    .setStatus(IssueStatus.ISSUE_STATUS_RESOLVED)
                                    .build()))
                    .containsExactly("plain");
            assertThat(titles(
                            open,
                            all.toBuilder()
                                    .setStatus(IssueStatus.ISSUE_STATUS_OPEN)
                                    .build()))
                    .containsExactly("payment timeout");
            assertThat(titles(
                            open,
                            all.toBuilder().setSeverity(Severity.SEVERITY_HIGH).build()))
                    .containsExactly("payment timeout");
            assertThat(titles(
                            open,
                            all.toBuilder()
                                    .setSeverity(Severity.SEVERITY_CRITICAL)
                                    .build()))
                    .isEmpty();
            assertThat(titles(open, all.toBuilder().setQuery("TIMEOUT").build()))
                    .containsExactly("payment timeout");
        }
    }

    @Test
    void listIssues_badQuestion_namesEveryField() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            Refusal refusal = Refusal.of(() -> open.issues()
                    .listIssues(ListIssuesRequest.newBuilder()
                            .setServiceName("\t")
                            .setStatusValue(9)
                            .setSeverityValue(9)
                            .setSortValue(9)
                            .setQuery("x".repeat(201))
                            .setPageSize(1_001)
                            .setPageToken("?")
                            .build()));

            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.violations())
                    .containsOnlyKeys("service_name", "status", "severity", "sort", "query", "page_size", "page_token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listIssueEvents_pages_areNewestFirst(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            for (int i = 0; i < 3; i++) {
                create(open, Samples.error("e" + i, "shop", "boom").setTimestamp(Samples.at("11:0" + i + ":00")));
            }
            ListIssueEventsRequest.Builder request = ListIssueEventsRequest.newBuilder()
                    .setIssueId(only(open).getId())
                    .setPageSize(2);

            ListIssueEventsResponse first = open.issues().listIssueEvents(request.build());
            ListIssueEventsResponse second = open.issues()
                    .listIssueEvents(
                            request.setPageToken(first.getNextPageToken()).build());

            assertThat(first.getEventsList()).extracting(Event::getId).containsExactly("e2", "e1");
            assertThat(second.getEventsList()).extracting(Event::getId).containsExactly("e0");
            assertThat(second.getNextPageToken()).isEmpty();
        }
    }

    @Test
    void listIssueEvents_badPage_namesTheFields() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(Refusal.of(() -> open.issues()
                                    .listIssueEvents(ListIssueEventsRequest.newBuilder()
                                            .setIssueId("0".repeat(32))
                                            .setPageSize(-5)
                                            .setPageToken("%%%")
                                            .build()))
                            .violations())
                    .containsOnlyKeys("page_size", "page_token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listIssuesNeedingAttention_manyOpen_listsTheThreeWorst(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            for (String title : List.of("calm", "quiet", "fatal crash", "silent", "query timeout")) {
                create(open, Samples.error(title.replace(' ', '-'), "shop", title));
            }

            List<Issue> worst = open.issues()
                    .listIssuesNeedingAttention(ListIssuesNeedingAttentionRequest.getDefaultInstance())
                    .getIssuesList();

            assertThat(worst).hasSize(3);
            assertThat(worst.subList(0, 2))
                    .extracting(Issue::getTitle)
                    .containsExactlyInAnyOrder("fatal crash", "query timeout");
        }
    }

    @Test
    void listIssuesNeedingAttention_tooMany_namesTheField() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(Refusal.of(() -> open.issues()
                                    .listIssuesNeedingAttention(ListIssuesNeedingAttentionRequest.newBuilder()
                                            .setPageSize(101)
                                            .build()))
                            .violations())
                    .containsOnlyKeys("page_size");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listServices_two_summarisesEach(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:30:00")));
            create(open, Samples.deploy("d1", "cart", "v2").setTimestamp(Samples.at("11:40:00")));

            List<ServiceSummary> services = open.issues()
                    .listServices(ListServicesRequest.getDefaultInstance())
                    .getServicesList();

            assertThat(services).extracting(ServiceSummary::getServiceName).containsExactly("cart", "shop");
            assertThat(services.get(0).getLastTrigger().getEventId()).isEqualTo("d1");
            assertThat(services.get(0).getOpenIssues()).isZero();
            assertThat(services.get(1).getEvents()).isEqualTo(1);
            assertThat(services.get(1).getOpenIssues()).isEqualTo(1);
            assertThat(services.get(1).getLastEventAt()).isEqualTo(Samples.at("11:30:00"));
            assertThat(services.get(1).hasLastTrigger()).isFalse();
            assertThat(services.get(1).hasHorizon()).isFalse();
        }
    }

    private static void tellRegression(OpenDoor open) {
        create(open, byUser("e1", "u1").setTimestamp(Samples.at("11:30:00")));
        create(open, Samples.deploy("d1", "shop", "v2").setTimestamp(Samples.at("11:40:00")));
        create(open, byUser("e2", "u2").setTimestamp(Samples.at("11:41:00")));
    }

    private static Event.Builder byUser(String id, String user) {
        return Samples.error(id, "shop", "payment timeout")
                .setMetadata(Struct.newBuilder().putFields("userId", Samples.text(user)));
    }

    private static Issue only(OpenDoor open) {
        List<Issue> issues =
                open.issues().listIssues(ListIssuesRequest.getDefaultInstance()).getIssuesList();
        assertThat(issues).hasSize(1);
        return issues.getFirst();
    }

    private static List<String> titles(OpenDoor open, ListIssuesRequest request) {
        return open.issues().listIssues(request).getIssuesList().stream()
                .map(Issue::getTitle)
                .toList();
    }

    private static void create(OpenDoor open, Event.Builder event) {
        open.events().createEvent(Samples.create(event));
    }
}
