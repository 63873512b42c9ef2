package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.traceops.v1.Event;
import io.traceops.v1.EventRejection;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.FieldViolation;
import io.traceops.v1.RejectionReason;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventStreamTest {
    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @EnumSource
    void stream_manyChunks_answersEachInOrderOnceStored(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());

            for (int i = 0; i < 300; i++) {
                client.call().onNext(chunk(i, Samples.error("e" + i, "shop", "boom")));
            }
            client.call().onCompleted();

            for (int i = 0; i < 300; i++) {
                StreamEventsResponse answer = client.next();
                assertThat(answer.getSequence()).isEqualTo(i);
                assertThat(answer.getAccepted()).isEqualTo(1);
            }
            assertThat(client.end()).isEqualTo(Status.Code.OK);
            assertThat(engine.ledger.size().events()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_answered_isStored(Transport transport) throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());

            client.call().onNext(chunk(1, Samples.error("e1", "shop", "boom")));
            client.next();

            assertThat(engine.ledger.size().events()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_mixedChunk_storesTheGoodAndNamesTheBad(Transport transport) throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());
            client.call().onNext(chunk(-7, Samples.error("e0", "shop", "boom")));
            client.next();

            client.call()
                    .onNext(chunk(
                            Long.MAX_VALUE,
                            Samples.error("e0", "shop", "boom"),
                            Samples.error("e1", "shop", "boom"),
                            Samples.error("e2", "", "boom").clearEventType(),
                            Samples.error("e0", "shop", "other")));
            StreamEventsResponse answer = client.next();

            assertThat(answer.getSequence()).isEqualTo(Long.MAX_VALUE);
            assertThat(answer.getAccepted()).isEqualTo(1);
            assertThat(answer.getDuplicates()).isEqualTo(1);
            assertThat(answer.getRejected()).isEqualTo(2);
            assertThat(answer.getRejectionsList())
                    .extracting(EventRejection::getIndex, EventRejection::getReason)
                    .containsExactly(
                            tuple(2, RejectionReason.REJECTION_REASON_INVALID),
                            tuple(3, RejectionReason.REJECTION_REASON_CONFLICT));
            assertThat(answer.getRejections(0).getViolationsList())
                    .extracting(FieldViolation::getField)
                    .containsExactly("event_type", "service_name");
            assertThat(answer.getRejections(1).getMessage()).contains("e0");
        }
    }

    @Test
    void stream_everyEventBad_listsTheFirstHundred() throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());

            client.call().onNext(bad(1, 150));
            StreamEventsResponse answer = client.next();

            assertThat(answer.getRejected()).isEqualTo(150);
            assertThat(answer.getRejectionsList())
                    .hasSize(100)
                    .last()
                    .extracting(EventRejection::getIndex)
                    .isEqualTo(99);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_emptyChunk_isAnswered(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());

            client.call().onNext(chunk(5));
            client.call().onCompleted();

            assertThat(client.next())
                    .isEqualTo(StreamEventsResponse.newBuilder().setSequence(5).build());
            assertThat(client.end()).isEqualTo(Status.Code.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_chunkTooLarge_failsAfterWhatWasAnswered(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());

            client.call().onNext(chunk(1, Samples.error("e1", "shop", "boom")));
            client.call().onNext(bad(2, Engine.BATCH_MAX + 1));

            assertThat(client.next().getAccepted()).isEqualTo(1);
            Refusal refusal = client.refusal();
            assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.violations()).containsEntry("events", "has 501 events, allowed 0 to 500");
            assertThat(engine.ledger.size().events()).isEqualTo(1);
        }
    }

    @Test
    void stream_garbage_failsAfterWhatWasAnswered() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            StreamClient<byte[], StreamEventsResponse> client = RawCalls.send(
                    open.channel.newCall(RawCalls.of(EventServiceGrpc.getStreamEventsMethod()), CallOptions.DEFAULT),
                    chunk(1, Samples.error("e1", "shop", "boom")).toByteArray(),
                    new byte[] {(byte) 0xff, (byte) 0xff, 1});

            assertThat(client.next().getAccepted()).isEqualTo(1);
            assertThat(client.refusal().code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void stream_slowReader_holdsTheSenderBack() throws IOException, InterruptedException {
        int chunks = 2_000;
        try (OpenDoor open = OpenDoor.to(engine, Transport.NETTY)) {
            ManagedChannel narrow = NettyChannelBuilder.forAddress(OpenDoor.HOST, open.door.port())
                    .usePlaintext()
                    .flowControlWindow(65_535)
                    .build();
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = StreamClient.reading(0);
            EventServiceGrpc.newStub(narrow).streamEvents(client);
            int received = 0;
            int ahead = 0;
            for (int sent = 0; sent < chunks; ) {
                // Until the connection stands, nothing is ready.
                if (client.call().isReady() || sent == received) {
                    client.call().onNext(bad(sent, 100));
                    sent++;
                    ahead = Math.max(ahead, sent - received);
                } else {
                    client.request(1);
                    assertThat(client.next().getSequence()).isEqualTo(received);
                    received++;
                }
            }
            narrow.shutdownNow();

            // What the windows of the connection hold; without them, nearly all.
            assertThat(ahead).isLessThan(chunks / 5);
        }
    }

    @Test
    void stream_storageStands_takesTheFirstWindowAlone() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, Transport.IN_PROCESS)) {
            engine.ledger.shut();
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());
            int sent = 0;
            // The door opens its window once the call has reached it.
            while (!client.call().isReady()) {
                Thread.onSpinWait();
            }
            while (client.call().isReady()) {
                client.call().onNext(chunk(sent, Samples.error("e" + sent, "shop", "boom")));
                sent++;
            }
            engine.ledger.awaitWriter();

            assertThat(sent).isEqualTo(2);
            assertThat(client.waiting()).isZero();
            engine.ledger.open();
            client.call().onCompleted();
            assertThat(client.end()).isEqualTo(Status.Code.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_cancelled_storesNoChunkThatWaits(Transport transport) throws IOException, InterruptedException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            engine.ledger.shut();
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());
            client.call().onNext(chunk(1, Samples.error("e1", "shop", "boom")));
            client.call().onNext(chunk(2, Samples.error("e2", "shop", "boom")));
            Context call = engine.ledger.awaitWriter();

            client.call().cancel("enough", null);
            GatedLedger.awaitCancelled(call);
            engine.ledger.open();

            assertThat(engine.admission.awaitEmpty(Duration.ofSeconds(30))).isTrue();
            assertThat(engine.ledger.size().events()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_doorStops_answersWhatItIsAtThenSaysUnavailable(Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.to(engine, transport)) {
            engine.ledger.shut();
            StreamClient<StreamEventsRequest, StreamEventsResponse> client = open(open, StreamClient.eager());
            client.call().onNext(chunk(1, Samples.error("e1", "shop", "boom")));
            engine.ledger.awaitWriter();

            Thread stopping = Thread.ofVirtual().start(() -> open.door.stop(Duration.ofSeconds(30)));
            engine.ledger.open();

            assertThat(client.next().getAccepted()).isEqualTo(1);
            assertThat(client.refusal().code()).isEqualTo(Status.Code.UNAVAILABLE);
            stopping.join();
            assertThat(engine.ledger.size().events()).isEqualTo(1);
        }
    }

    private static StreamClient<StreamEventsRequest, StreamEventsResponse> open(
            OpenDoor open, StreamClient<StreamEventsRequest, StreamEventsResponse> client) {
        open.eventsAsync().streamEvents(client);
        return client;
    }

    private static StreamEventsRequest chunk(long sequence, Event.Builder... events) {
        StreamEventsRequest.Builder chunk = StreamEventsRequest.newBuilder().setSequence(sequence);
        for (Event.Builder event : events) {
            chunk.addEvents(event);
        }
        return chunk.build();
    }

    /** A chunk of events that are all to be rejected. */
    private static StreamEventsRequest bad(long sequence, int events) {
        StreamEventsRequest.Builder chunk = StreamEventsRequest.newBuilder().setSequence(sequence);
        for (int i = 0; i < events; i++) {
            chunk.addEvents(Event.newBuilder().setId("no id").setMessage("-".repeat(100)));
        }
        return chunk.build();
    }
}
