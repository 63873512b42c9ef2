package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import io.traceops.v1.WatchIssuesRequest;
import io.traceops.v1.WatchIssuesResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls whose clients open them and say nothing. */
class LateCallsTest {
    private static final Duration SOON = Duration.ofMillis(50);

    private final RecordedCalls calls = new RecordedCalls();

    @ParameterizedTest
    @EnumSource
    void call_thatNeverSendsItsMessage_isEndedAndLeavesItsPlace(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        Engine narrow = Engine.admitting(1);
        try (OpenDoor open = open(narrow, transport)) {
            Refusal refusal = sayNothing(open).refusal();

            assertThat(refusal.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(refusal.reason()).isEqualTo("TOO_SLOW");
            assertThat(calls.nextEnd()).isEqualTo("traceops.v1.EventService/CreateEvent DEADLINE_EXCEEDED");
            assertThat(narrow.admission.awaitEmpty(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void streams_thatAreSilentForLonger_stayOpen() throws IOException, InterruptedException, ExecutionException {
        Engine engine = Engine.usual();
        try (OpenDoor open = open(engine, Transport.NETTY)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> sender = StreamClient.eager();
            open.eventsAsync().streamEvents(sender);
            StreamClient<WatchIssuesRequest, WatchIssuesResponse> watcher = StreamClient.eager();
            IssueServiceGrpc.newStub(open.channel).watchIssues(WatchIssuesRequest.getDefaultInstance(), watcher);
            watcher.next();

            // It began after them, so their time has passed too when it ends.
            sayNothing(open).refusal();

            sender.call()
                    .onNext(StreamEventsRequest.newBuilder()
                            .addEvents(Samples.error("e1", "shop", "boom"))
                            .build());
            assertThat(sender.next().getAccepted()).isEqualTo(1);
            assertThat(watcher.next().getTransition().getServiceName()).isEqualTo("shop");
        }
    }

    private OpenDoor open(Engine engine, Transport transport) throws IOException {
        GrpcSettings settings = OpenDoor.withArrivalTimeMax(SOON);
        return switch (transport) {
            case IN_PROCESS -> OpenDoor.inProcess(engine, settings, calls);
            case NETTY -> OpenDoor.netty(engine, settings, calls);
        };
    }

    /** Opens a call and leaves it at that. The client of a call of one message would not even open it. */
    private static StreamClient<CreateEventRequest, CreateEventResponse> sayNothing(OpenDoor open) {
        ClientCall<CreateEventRequest, CreateEventResponse> call = open.channel.newCall(
                EventServiceGrpc.getCreateEventMethod().toBuilder()
                        .setType(MethodType.BIDI_STREAMING)
                        .build(),
                CallOptions.DEFAULT);
        StreamClient<CreateEventRequest, CreateEventResponse> client = StreamClient.eager();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        client.onError(status.asRuntimeException(trailers));
                    }
                },
                new Metadata());
        call.request(1);
        return client;
    }
}
