package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.ServerCallStreamObserver;
import io.traceops.v1.StreamEventsRequest;
import io.traceops.v1.StreamEventsResponse;
import org.junit.jupiter.api.Test;

class EventStreamFlowTest {
    private final Engine engine = Engine.usual();
    private final Peer peer = new Peer();
    private final EventStream stream =
            EventStream.open(engine.useCases.captureEvents(), OpenDoor.settings(), new OpenStreams(), peer);

    @Test
    void open_peerNotReadyYet_asksForTheFirstWindow() {
        assertThat(peer.asked).isEqualTo(2);
    }

    @Test
    void next_peerReady_asksForMore() {
        peer.ready = true;

        stream.onNext(StreamEventsRequest.getDefaultInstance());

        assertThat(peer.answers).isEqualTo(1);
        assertThat(peer.asked).isGreaterThan(2);
    }

    @Test
    void next_peerNotReady_asksForNothing() {
        stream.onNext(StreamEventsRequest.getDefaultInstance());
        stream.onNext(StreamEventsRequest.getDefaultInstance());

        assertThat(peer.answers).isEqualTo(2);
        assertThat(peer.asked).isEqualTo(2);
    }

    @Test
    void ready_again_asksForMore() {
        stream.onNext(StreamEventsRequest.getDefaultInstance());
        stream.onNext(StreamEventsRequest.getDefaultInstance());
        peer.ready = true;

        peer.onReady.run();

        assertThat(peer.asked).isGreaterThan(2);
    }

    @Test
    void next_smallChunks_neverMoreInFlightThanTheMost() {
        peer.ready = true;
        int answered = 0;
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            stream.onNext(StreamEventsRequest.getDefaultInstance());
            answered++;
            most = Math.max(most, peer.asked - answered);
        }

        assertThat(most).isEqualTo(OpenDoor.settings().chunksInFlightMax());
    }

    @Test
    void next_afterTheEnd_isIgnored() {
        stream.onCompleted();

        stream.onNext(StreamEventsRequest.getDefaultInstance());
        stream.stop();

        assertThat(peer.answers).isZero();
        assertThat(peer.ends).isEqualTo(1);
    }

    @Test
    void stop_twice_endsOnce() {
        stream.stop();
        stream.stop();
        stream.onCompleted();

        assertThat(peer.ends).isEqualTo(1);
    }

    @Test
    void cancel_thenStop_saysNothing() {
        peer.onCancel.run();

        stream.stop();

        assertThat(peer.ends).isZero();
    }

    /** The other end of the call, which notes what it is asked for. */
    private static final class Peer extends ServerCallStreamObserver<StreamEventsResponse> {
        private boolean ready;
        private int asked;
        private int answers;
        private int ends;
        private Runnable onReady = () -> {};
        private Runnable onCancel = () -> {};

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void request(int count) {
            asked += count;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {
            onReady = handler;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {
            onCancel = handler;
        }

        @Override
        public void onNext(StreamEventsResponse answer) {
            answers++;
        }

        @Override
        public void onError(Throwable failure) {
            ends++;
        }

        @Override
        public void onCompleted() {
            ends++;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCloseHandler(Runnable handler) {}

        @Override
        public void disableAutoRequest() {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }
}
