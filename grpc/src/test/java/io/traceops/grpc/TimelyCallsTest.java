package io.traceops.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.Status;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a call whose client takes its time. */
class TimelyCallsTest {
    private static final CallLimits LIMITS = CallLimits.of(1, Duration.ZERO);

    private final TimelyCalls calls = new TimelyCalls(
            LIMITS,
            timeMax -> Status.DEADLINE_EXCEEDED
                    .withDescription("within " + timeMax.toSeconds() + " s")
                    .asRuntimeException());
    private final List<String> heard = new ArrayList<>();
    private final RecordedCall call = new RecordedCall(MethodType.UNARY);

    @Test
    void call_thatNeverArrives_isGivenUpAndNotHandled() {
        Listener<String> listener = begin(call);
        listener.onMessage("order");

        calls.endLate(System.nanoTime() + LIMITS.arrivalTimeMax().toNanos());
        listener.onHalfClose();

        assertThat(call.closed).containsExactly(Code.DEADLINE_EXCEEDED);
        assertThat(heard).containsExactly("message");
        assertThat(calls.waiting()).isZero();
        listener.onComplete();
        assertThat(heard)
                .as("the handler leaves when gRPC says that it is over")
                .containsExactly("message", "complete");
    }

    @Test
    void call_thatHasTimeLeft_isLeftAlone() {
        begin(call);

        calls.endLate(
                System.nanoTime() + LIMITS.arrivalTimeMax().minusSeconds(1).toNanos());

        assertThat(call.closed).isEmpty();
        assertThat(calls.waiting()).isEqualTo(1);
    }

    @Test
    void call_thatArrivedInTime_isHandledAsLongAsItTakes() {
        Listener<String> listener = begin(call);
        listener.onHalfClose();

        calls.endLate(System.nanoTime() + Duration.ofHours(1).toNanos());

        assertThat(calls.waiting()).isZero();
        assertThat(call.closed).isEmpty();
        assertThat(heard).containsExactly("half-close");
    }

    @Test
    void call_thatIsOver_isForgotten() {
        begin(call).onCancel();
        begin(call).onComplete();

        assertThat(calls.waiting()).isZero();
        assertThat(heard).containsExactly("cancel", "complete");
    }

    @Test
    void call_thatItsHandlerRefused_isClosedOnce() {
        calls.interceptCall(call, new Metadata(), (closedOnce, _) -> {
            closedOnce.close(Status.INVALID_ARGUMENT, new Metadata());
            return new Listener<>() {};
        });

        calls.endLate(System.nanoTime() + Duration.ofHours(1).toNanos());

        assertThat(call.closed).containsExactly(Code.INVALID_ARGUMENT);
    }

    @Test
    void call_whoseHandlerFails_isForgotten() {
        assertThatThrownBy(() -> calls.interceptCall(call, new Metadata(), (_, _) -> {
                    throw new IllegalStateException("no handler");
                }))
                .hasMessage("no handler");

        assertThat(calls.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_STREAMING", "SERVER_STREAMING", "BIDI_STREAMING", "UNKNOWN"})
    void stream_mayBeSilent(MethodType type) {
        RecordedCall stream = new RecordedCall(type);
        begin(stream);

        calls.endLate(System.nanoTime() + Duration.ofHours(1).toNanos());

        assertThat(calls.waiting()).isZero();
        assertThat(stream.closed).isEmpty();
    }

    @Test
    void limits_outOfBounds_areRefused() {
        assertThatThrownBy(() -> CallLimits.of(0, Duration.ZERO)).hasMessageContaining("calls of a connection: 0");
        assertThatThrownBy(() -> LIMITS.withArrivalTimeMax(Duration.ZERO)).hasMessageContaining("to arrive: PT0S");
    }

    private Listener<String> begin(ServerCall<String, String> begun) {
        return calls.interceptCall(begun, new Metadata(), (_, _) -> new Listener<>() {
            @Override
            public void onMessage(String message) {
                heard.add("message");
            }

            @Override
            public void onHalfClose() {
                heard.add("half-close");
            }

            @Override
            public void onComplete() {
                heard.add("complete");
            }

            @Override
            public void onCancel() {
                heard.add("cancel");
            }
        });
    }
}
