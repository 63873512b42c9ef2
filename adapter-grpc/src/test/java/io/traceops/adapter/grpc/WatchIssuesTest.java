package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.traceops.application.watch.WatchPolicy;
import io.traceops.v1.DeleteEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.TransitionKind;
import io.traceops.v1.WatchIssuesRequest;
import io.traceops.v1.WatchIssuesResponse;
import io.traceops.v1.WatchedTransition;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchIssuesTest {
    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void watch_openedResolvedRegressed_tellsEach(Transport transport) throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "", "");
            assertThat(client.next().hasTransition()).isFalse();

            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:00:00")));
            create(open, Samples.deploy("d2", "shop", "v2").setTimestamp(Samples.at("11:10:00")));
            create(open, Samples.error("e3", "shop", "boom").setTimestamp(Samples.at("11:20:00")));

            WatchedTransition opened = client.next().getTransition();
            assertThat(opened.getTransition().getKind()).isEqualTo(TransitionKind.TRANSITION_KIND_OPENED);
            assertThat(opened.getTransition().getEventId()).isEqualTo("e1");
            assertThat(opened.getTransition().getTimestamp()).isEqualTo(Samples.at("11:00:00"));
            assertThat(opened.getServiceName()).isEqualTo("shop");
            assertThat(opened.getTitle()).isEqualTo("boom");
            assertThat(opened.getCount()).isEqualTo(1);
            assertThat(opened.getIssueId()).hasSize(32);
            assertThat(opened.getRetracted()).isFalse();
            assertThat(client.next().getTransition().getTransition().getKind())
                    .isEqualTo(TransitionKind.TRANSITION_KIND_RESOLVED);
            WatchedTransition regressed = client.next().getTransition();
            assertThat(regressed.getTransition().getKind()).isEqualTo(TransitionKind.TRANSITION_KIND_REGRESSED);
            assertThat(regressed.getRegressionCount()).isEqualTo(1);
            assertThat(regressed.getLastSeen()).isEqualTo(Samples.at("11:20:00"));
        }
    }

    @Test
    void watch_deletedTrigger_retractsTheResolution() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            create(open, Samples.error("e1", "shop", "boom").setTimestamp(Samples.at("11:00:00")));
            create(open, Samples.deploy("d2", "shop", "v2").setTimestamp(Samples.at("11:10:00")));
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "", "");
            client.next();

            open.events()
                    .deleteEvent(DeleteEventRequest.newBuilder().setId("d2").build());

            WatchedTransition retracted = client.next().getTransition();
            assertThat(retracted.getRetracted()).isTrue();
            assertThat(retracted.getTransition().getKind()).isEqualTo(TransitionKind.TRANSITION_KIND_RESOLVED);
        }
    }

    @Test
    void watch_oneService_hearsOfItAlone() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "cart", "");
            client.next();

            create(open, Samples.error("e1", "shop", "boom"));
            create(open, Samples.error("e2", "cart", "boom"));

            assertThat(client.next().getTransition().getServiceName()).isEqualTo("cart");
        }
    }

    @Test
    void watch_nothingConcernsIt_movesTheTokenOn() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.inProcess(
                engine, OpenDoor.withWatchers(Duration.ofMinutes(1), Duration.ofMillis(1)), GrpcMetrics.NONE)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "cart", "");
            String first = client.next().getResumeToken();

            create(open, Samples.error("e1", "shop", "boom"));

            WatchIssuesResponse sign = client.next();
            assertThat(sign.hasTransition()).isFalse();
            assertThat(sign.getResumeToken()).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void watch_resumed_goesOnWhereItWas(Transport transport) throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "", "");
            client.next();
            create(open, Samples.error("e1", "shop", "alpha"));
            String token = client.next().getResumeToken();
            client.call().cancel("later", null);
            create(open, Samples.error("e2", "shop", "beta"));
            create(open, Samples.error("e3", "shop", "gamma"));

            StreamClient<WatchIssuesRequest, WatchIssuesResponse> resumed = watch(open, "", token);

            assertThat(resumed.next().getResumeToken()).isEqualTo(token);
            assertThat(resumed.next().getTransition().getTitle()).isEqualTo("beta");
            assertThat(resumed.next().getTransition().getTitle()).isEqualTo("gamma");
        }
    }

    @Test
    void watch_tooSlow_isCutOffWithAToken() throws IOException, InterruptedException, ExecutionException {
        Engine narrow = Engine.watched(new WatchPolicy(100, 5, 8, 10), "feed");
        try (OpenDoor open = OpenDoor.to(narrow, Transport.IN_PROCESS)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> slow = StreamClient.reading(1);
            watch(open, "", "", slow);
            slow.next();
            for (char c = 'a'; c <= 'l'; c++) {
                create(open, Samples.error("e" + c, "shop", "problem " + c));
            }

            slow.request(1);
            Refusal refusal = slow.refusal();

            assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(refusal.reason()).isEqualTo("WATCHER_TOO_SLOW");
            assertThat(slow.waiting()).isZero();
            assertThat(refusal.metadata("resume_token")).isNotEmpty();
        }
    }

    @Test
    void watch_readsNothing_isCutOffInTheEnd() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.inProcess(
                engine, OpenDoor.withWatchers(Duration.ofSeconds(1), Duration.ofSeconds(15)), GrpcMetrics.NONE)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> stalled = StreamClient.reading(1);
            watch(open, "", "", stalled);
            String token = stalled.next().getResumeToken();

            Refusal refusal = stalled.refusal();

            assertThat(refusal.reason()).isEqualTo("WATCHER_TOO_SLOW");
            assertThat(refusal.metadata("resume_token")).isEqualTo(token);
            awaitNoWatchers();
        }
    }

    @Test
    void watch_expiredToken_outOfRange() throws IOException, InterruptedException, ExecutionException {
        Engine narrow = Engine.watched(new WatchPolicy(3, 2, 8, 10), "feed");
        try (OpenDoor open = OpenDoor.to(narrow, Transport.NETTY)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "", "");
            String token = client.next().getResumeToken();
            for (char c = 'a'; c <= 'e'; c++) {
                create(open, Samples.error("e" + c, "shop", "problem " + c));
            }

            Refusal refusal = watch(open, "", token).refusal();

            assertThat(refusal.code()).isEqualTo(Status.Code.OUT_OF_RANGE);
            assertThat(refusal.reason()).isEqualTo("TOKEN_EXPIRED");
        }
    }

    @Test
    void watch_tokenOfAnotherRun_outOfRange() throws IOException, InterruptedException, ExecutionException {
        String token;
        try (OpenDoor before = OpenDoor.to(Engine.watched(WatchPolicy.DEFAULT, "before"), Transport.NETTY)) {
            token = watch(before, "", "").next().getResumeToken();
        }
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(watch(open, "", token).refusal().code()).isEqualTo(Status.Code.OUT_OF_RANGE);
        }
    }

    @Test
    void watch_unknownTokenOrService_namesTheField() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(watch(open, "", "nonsense").refusal().violations()).containsOnlyKeys("resume_token");
            assertThat(watch(open, "a\nb", "").refusal().violations()).containsOnlyKeys("service_name");
        }
    }

    @Test
    void watch_oneTooMany_isRefusedUntilAnotherLeaves() throws IOException, InterruptedException, ExecutionException {
        Engine narrow = Engine.watched(new WatchPolicy(100, 50, 1, 10), "feed");
        try (OpenDoor open = OpenDoor.to(narrow, Transport.NETTY)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> only = watch(open, "", "");
            only.next();

            Refusal refusal = watch(open, "", "").refusal();

            assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(refusal.reason()).isEqualTo("TOO_MANY_WATCHERS");
            assertThat(refusal.retry()).isPresent();
            only.call().cancel("enough", null);
            while (narrow.feed.watchers() > 0) {
                Thread.onSpinWait();
            }
            assertThat(watch(open, "", "").next().getResumeToken()).isNotEmpty();
        }
    }

    @Test
    void watch_open_keepsNoPlaceAtTheDoor() throws IOException, InterruptedException {
        Engine narrow = Engine.admitting(1);
        try (OpenDoor open = OpenDoor.to(narrow, Transport.NETTY)) {
            watch(open, "", "").next();

            create(open, Samples.error("e1", "shop", "boom"));

            assertThat(narrow.ledger.size().events()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void watch_doorStops_getsTheTokenToResumeFrom(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> client = watch(open, "", "");
            client.next();
            create(open, Samples.error("e1", "shop", "boom"));
            String token = client.next().getResumeToken();

            open.door.stop(Duration.ofSeconds(30));

            Refusal refusal = client.refusal();
            assertThat(refusal.code()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(refusal.reason()).isEqualTo("STOPPING");
            assertThat(refusal.metadata("resume_token")).isEqualTo(token);
            awaitNoWatchers();
        }
    }

    /** The test's own time limit ends the wait if they never leave. */
    private void awaitNoWatchers() {
        while (engine.feed.watchers() > 0) {
            Thread.onSpinWait();
        }
    }

    private static StreamClient<WatchIssuesRequest, WatchIssuesResponse> watch(
            OpenDoor open, String service, String token) {
        return watch(open, service, token, StreamClient.eager());
    }

    private static StreamClient<WatchIssuesRequest, WatchIssuesResponse> watch(
            OpenDoor open, String service, String token, StreamClient<WatchIssuesRequest, WatchIssuesResponse> client) {
        IssueServiceGrpc.newStub(open.channel)
                .watchIssues(
                        WatchIssuesRequest.newBuilder()
                                .setServiceName(service)
                                .setResumeToken(token)
                                .build(),
                        client);
        return client;
    }

    private static void create(OpenDoor open, Event.Builder event) {
        open.events().createEvent(Samples.create(event));
    }
}
