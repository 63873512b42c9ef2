package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.DeleteEventRequest;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.traceops.v1.GetEventRequest;
import io.traceops.v1.ListServicesRequest;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CallsTest {
    private static final CreateEventRequest REQUEST = Samples.create(Samples.error("e1", "shop", "boom"));
    private static final String CREATE = "traceops.v1.EventService/CreateEvent ";

    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void call_tooManyInside_isShedAndLaterLetIn(Transport transport) throws Exception {
        Engine narrow = Engine.admitting(1);
        try (OpenDoor open = OpenDoor.to(narrow, transport)) {
            narrow.ledger.shut();
            ListenableFuture<CreateEventResponse> first =
                    EventServiceGrpc.newFutureStub(open.channel).createEvent(REQUEST);
            narrow.ledger.awaitWriter();

            Refusal refusal = Refusal.of(() -> open.issues().listServices(ListServicesRequest.getDefaultInstance()));

            assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(refusal.reason()).isEqualTo("OVERLOADED");
            assertThat(refusal.retry().orElseThrow().getRetryDelay().getSeconds())
                    .isEqualTo(1);
            narrow.ledger.open();
            first.get();
            assertThat(narrow.admission.awaitEmpty(Duration.ofSeconds(30))).isTrue();
            assertThat(open.issues()
                            .listServices(ListServicesRequest.getDefaultInstance())
                            .getServicesCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void stream_open_takesAPlaceOfStreamsAlone() throws IOException, InterruptedException, ExecutionException {
        Engine narrow = Engine.admitting(1);
        try (OpenDoor open = OpenDoor.to(narrow, Transport.NETTY)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = StreamClient.eager();
            open.eventsAsync().streamEvents(client);
            client.call().onNext(StreamEventsRequest.getDefaultInstance());
            client.next();

            assertThat(narrow.admission.streams()).isOne();
            assertThat(open.events().createEvent(REQUEST).getDuplicate()).isFalse();
            StreamClient<StreamEventsRequest, StreamEventsResponse> second = StreamClient.eager();
            open.eventsAsync().streamEvents(second);
            assertThat(second.refusal().reason()).isEqualTo("OVERLOADED");
            client.call().onCompleted();
            assertThat(narrow.admission.awaitEmpty(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void call_serverStopping_isUnavailable() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            engine.admission.stop();

            Refusal refusal = Refusal.of(() -> open.events().createEvent(REQUEST));

            assertThat(refusal.code()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(refusal.reason()).isEqualTo("STOPPING");
            assertThat(engine.ledger.size().events()).isZero();
        }
    }

    @Test
    void call_deadlinePasses_endsForTheClient() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            connect(open);
            engine.ledger.shut();

            Status.Code code = assertRefused(() ->
                    open.events().withDeadlineAfter(500, TimeUnit.MILLISECONDS).createEvent(REQUEST));

            assertThat(code).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            GatedLedger.awaitCancelled(engine.ledger.awaitWriter());
            engine.ledger.open();
        }
    }

    @Test
    void write_cancelledBefore_storesNothing() {
        EventEndpoint endpoint = new EventEndpoint(engine.useCases, OpenDoor.settings(), new OpenStreams());
        engine.useCases
                .captureEvents()
                .capture(EventMessages.draft(Samples.error("e0", "shop", "boom").build()));
        Context.CancellableContext cancelled = Context.current().withCancellation();
        cancelled.cancel(null);
        StreamClient<Object, Object> create = StreamClient.eager();
        StreamClient<Object, Object> batch = StreamClient.eager();
        StreamClient<Object, Object> delete = StreamClient.eager();

        cancelled.run(() -> {
            endpoint.createEvent(REQUEST, observing(create));
            endpoint.batchCreateEvents(
                    BatchCreateEventsRequest.newBuilder()
                            .addEvents(REQUEST.getEvent())
                            .build(),
                    observing(batch));
            endpoint.deleteEvent(DeleteEventRequest.newBuilder().setId("e0").build(), observing(delete));
        });

        assertThat(engine.ledger.size().events()).isEqualTo(1);
        assertThat(create).extracting(CallsTest::endOf).isEqualTo(Status.Code.CANCELLED);
        assertThat(batch).extracting(CallsTest::endOf).isEqualTo(Status.Code.CANCELLED);
        assertThat(delete).extracting(CallsTest::endOf).isEqualTo(Status.Code.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void call_storageFails_tellsAnIdThatTheLogHas(Transport transport) throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            engine.ledger.failWith(new IllegalStateException("a secret of the server"));

            Refusal refusal = Refusal.of(() -> open.events().createEvent(REQUEST));

            assertThat(refusal.code()).isEqualTo(Status.Code.INTERNAL);
            assertThat(refusal.reason()).isEqualTo("SERVER_FAULT");
            assertThat(refusal.metadata("error_id")).hasSize(32);
            assertThat(refusal.status().getDescription())
                    .contains(refusal.metadata("error_id"))
                    .doesNotContain("secret");
            assertThat(log.list).singleElement().satisfies(line -> {
                assertThat(line.getFormattedMessage())
                        .contains(refusal.metadata("error_id"))
                        .contains("traceops.v1.EventService/CreateEvent");
                assertThat(line.getThrowableProxy().getMessage()).isEqualTo("a secret of the server");
            });
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
    }

    @Test
    void stream_storageFails_endsWithAnErrorId() throws IOException, InterruptedException, ExecutionException {
        Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
        logger.setAdditive(false);
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            engine.ledger.failWith(new IllegalStateException("broken"));
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = StreamClient.eager();
            open.eventsAsync().streamEvents(client);

            client.call()
                    .onNext(StreamEventsRequest.newBuilder()
                            .addEvents(REQUEST.getEvent())
                            .build());
            client.call().onNext(StreamEventsRequest.getDefaultInstance());

            assertThat(client.refusal().metadata("error_id")).hasSize(32);
            assertThat(client.waiting()).isZero();
        } finally {
            logger.setAdditive(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestId_ofTheClient_comesBackWithTheAnswer(Transport transport) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            assertThat(requestIdOfAnswer(open, "my-id-1")).isEqualTo("my-id-1");
            assertThat(requestIdOfRefusal(open, "my-id-2")).isEqualTo("my-id-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "x\u007f"})
    void requestId_unusable_isReplaced(String id) throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(requestIdOfAnswer(open, id)).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void requestId_tooLong_isReplaced() throws IOException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            assertThat(requestIdOfAnswer(open, "x".repeat(128))).hasSize(128);
            assertThat(requestIdOfAnswer(open, "x".repeat(129))).hasSize(32);
        }
    }

    @Test
    void metrics_eachCall_isToldWithItsStatus() throws IOException, InterruptedException {
        RecordedCalls calls = new RecordedCalls();
        try (OpenDoor open = OpenDoor.netty(engine, OpenDoor.settings(), calls)) {
            open.events().createEvent(REQUEST);
            assertThat(calls.nextEnd()).isEqualTo(CREATE + "OK");

            assertRefused(() -> open.events().createEvent(CreateEventRequest.getDefaultInstance()));
            assertThat(calls.nextEnd()).isEqualTo(CREATE + "INVALID_ARGUMENT");

            engine.admission.stop();
            assertRefused(() -> open.events().createEvent(REQUEST));
            assertThat(calls.nextEnd()).isEqualTo(CREATE + "UNAVAILABLE");
            assertThat(calls.streams()).isEmpty();
        }
    }

    @Test
    void metrics_deadlineAndCancel_areToldApart() throws IOException, InterruptedException {
        RecordedCalls calls = new RecordedCalls();
        try (OpenDoor open = OpenDoor.netty(engine, OpenDoor.settings(), calls)) {
            connect(open);
            calls.nextEnd();
            engine.ledger.shut();
            assertRefused(() ->
                    open.events().withDeadlineAfter(500, TimeUnit.MILLISECONDS).createEvent(REQUEST));
            Context call = engine.ledger.awaitWriter();
            GatedLedger.awaitCancelled(call);
            awaitDeadline(call);
            engine.ledger.open();
            assertThat(calls.nextEnd()).isEqualTo(CREATE + "DEADLINE_EXCEEDED");

            StreamClient<StreamEventsRequest, StreamEventsResponse> client = StreamClient.eager();
            open.eventsAsync().streamEvents(client);
            client.call().onNext(StreamEventsRequest.getDefaultInstance());
            client.next();
            client.call().cancel("enough", null);
            assertThat(calls.nextEnd()).isEqualTo("traceops.v1.EventService/StreamEvents CANCELLED");
        }
    }

    @Test
    void metrics_stream_isToldOpenAndClosed() throws IOException, InterruptedException {
        RecordedCalls calls = new RecordedCalls();
        try (OpenDoor open = OpenDoor.netty(engine, OpenDoor.settings(), calls)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = StreamClient.eager();
            open.eventsAsync().streamEvents(client);
            client.call().onCompleted();
            calls.nextEnd();
            // The call is told to have ended first.
            while (calls.streams().size() < 2) {
                Thread.onSpinWait();
            }
        }

        assertThat(calls.streams())
                .containsExactly(
                        "open traceops.v1.EventService/StreamEvents", "close traceops.v1.EventService/StreamEvents");
    }

    /** The client gives up by its own clock, which may be ahead of the server's. */
    private static void awaitDeadline(Context call) {
        while (!Objects.requireNonNull(call.getDeadline()).isExpired()) {
            Thread.onSpinWait();
        }
    }

    /** So that a short deadline is not spent on the connection. */
    private static void connect(OpenDoor open) {
        open.issues().listServices(ListServicesRequest.getDefaultInstance());
    }

    private static String requestIdOfAnswer(OpenDoor open, String id) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        stub(open, id, headers, new AtomicReference<>()).createEvent(REQUEST);
        return Objects.requireNonNull(headers.get().get(RequestIds.HEADER));
    }

    private static String requestIdOfRefusal(OpenDoor open, String id) {
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        EventServiceBlockingStub stub = stub(open, id, new AtomicReference<>(), trailers);
        assertRefused(() -> stub.getEvent(GetEventRequest.getDefaultInstance()));
        return Objects.requireNonNull(trailers.get().get(RequestIds.HEADER));
    }

    private static EventServiceBlockingStub stub(
            OpenDoor open, String id, AtomicReference<Metadata> headers, AtomicReference<Metadata> trailers) {
        Metadata sent = new Metadata();
        sent.put(RequestIds.HEADER, id);
        return open.events()
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(sent),
                        MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    }

    private static Status.Code assertRefused(ThrowingCallable call) {
        return Status.fromThrowable(catchThrowable(call)).getCode();
    }

    private static Status.Code endOf(StreamClient<Object, Object> client) {
        try {
            return client.end();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> StreamObserver<T> observing(StreamClient<Object, Object> client) {
        return new StreamObserver<>() {
            @Override
            public void onNext(T answer) {
                client.onNext(answer);
            }

            @Override
            public void onError(Throwable failure) {
                client.onError(failure);
            }

            @Override
            public void onCompleted() {
                client.onCompleted();
            }
        };
    }
}
