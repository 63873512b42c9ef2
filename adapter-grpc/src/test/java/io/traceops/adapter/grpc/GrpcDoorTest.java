package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.EventServiceGrpc;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcDoorTest {
    private static final CreateEventRequest REQUEST = Samples.create(Samples.error("e1", "shop", "boom"));

    private final Engine engine = Engine.usual();

    @Test
    void reflection_listsTheServices() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            StreamClient<ServerReflectionRequest, ServerReflectionResponse> client = reflection(open);

            client.call()
                    .onNext(ServerReflectionRequest.newBuilder()
                            .setListServices("")
                            .build());

            assertThat(client.next().getListServicesResponse().getServiceList())
                    .extracting(ServiceResponse::getName)
                    .contains("traceops.v1.EventService", "traceops.v1.IssueService", "grpc.health.v1.Health");
        }
    }

    @Test
    void reflection_describesAMethod() throws IOException, InterruptedException, InvalidProtocolBufferException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            StreamClient<ServerReflectionRequest, ServerReflectionResponse> client = reflection(open);

            client.call()
                    .onNext(ServerReflectionRequest.newBuilder()
                            .setFileContainingSymbol("traceops.v1.IssueService.WatchIssues")
                            .build());

            FileDescriptorProto file = FileDescriptorProto.parseFrom(
                    client.next().getFileDescriptorResponse().getFileDescriptorProto(0));
            assertThat(file.getName()).isEqualTo("traceops/v1/issue_service.proto");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "traceops.v1.EventService", "traceops.v1.IssueService"})
    void health_open_isServing(String service) throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            HealthCheckResponse response = HealthGrpc.newBlockingStub(open.channel)
                    .check(HealthCheckRequest.newBuilder().setService(service).build());

            assertThat(response.getStatus()).isEqualTo(ServingStatus.SERVING);
        }
    }

    @Test
    void health_stopping_isNotServingAndHoldsNobodyUp() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            StreamClient<HealthCheckRequest, HealthCheckResponse> watcher = StreamClient.eager();
            HealthGrpc.newStub(open.channel).watch(HealthCheckRequest.getDefaultInstance(), watcher);
            assertThat(watcher.next().getStatus()).isEqualTo(ServingStatus.SERVING);

            open.door.stop(Duration.ofHours(1));

            assertThat(watcher.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
        }
    }

    @Test
    void stop_callUnderWay_letsItFinish() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            engine.ledger.shut();
            ListenableFuture<CreateEventResponse> call =
                    EventServiceGrpc.newFutureStub(open.channel).createEvent(REQUEST);
            engine.ledger.awaitWriter();

            Thread stopping = Thread.ofVirtual().start(() -> open.door.stop(Duration.ofSeconds(50)));
            engine.ledger.open();

            assertThat(call.get().getEvent().getId()).isEqualTo("e1");
            stopping.join();
        }
    }

    @Test
    void stop_callThatDoesNotFinish_isCutOff() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            engine.ledger.shut();
            ListenableFuture<CreateEventResponse> call =
                    EventServiceGrpc.newFutureStub(open.channel).createEvent(REQUEST);
            engine.ledger.awaitWriter();

            open.door.stop(Duration.ZERO);

            assertThatThrownBy(call::get)
                    .cause()
                    .extracting(failure -> Status.fromThrowable(failure).getCode())
                    .isIn(Status.Code.CANCELLED, Status.Code.UNAVAILABLE);
            engine.ledger.open();
        }
    }

    @Test
    void stop_thenCall_isUnavailable() throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            open.events().createEvent(REQUEST);

            open.door.close();
            open.door.close();

            assertThatThrownBy(() -> open.events().createEvent(REQUEST))
                    .extracting(failure -> Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void start_portTaken_fails() throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            try (GrpcDoor second =
                    new GrpcDoor(engine.useCases, GrpcSettings.at(OpenDoor.HOST, open.door.port()), GrpcMetrics.NONE)) {
                assertThatThrownBy(second::start).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void message_largerThanAllowed_isRefused() throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            CreateEventRequest huge = Samples.create(Samples.error("e1", "shop", "x".repeat(17 * 1_024 * 1_024)));

            assertThatThrownBy(() -> open.events().createEvent(huge))
                    .extracting(failure -> Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
    }

    @Test
    void message_largerThanAllowedOnceInflated_isRefused() throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            CreateEventRequest bomb = Samples.create(Samples.error("e1", "shop", "x".repeat(64 * 1_024 * 1_024)));

            assertThatThrownBy(() -> open.events().withCompression("gzip").createEvent(bomb))
                    .extracting(failure -> Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
    }

    @Test
    void settings_outOfBounds_areRefused() {
        assertThatThrownBy(() -> GrpcSettings.at("localhost", 65_536)).hasMessageContaining("65536");
        assertThatThrownBy(() -> GrpcSettings.at("localhost", -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> OpenDoor.withBatchMax(OpenDoor.settings(), 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> OpenDoor.withWatchers(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("PT0S");
    }

    private static StreamClient<ServerReflectionRequest, ServerReflectionResponse> reflection(OpenDoor open) {
        StreamClient<ServerReflectionRequest, ServerReflectionResponse> client = StreamClient.eager();
        ServerReflectionGrpc.newStub(open.channel).serverReflectionInfo(client);
        return client;
    }
}
