package io.traceops.adapter.otlp.grpc;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.traceops.domain.event.Text;
import java.time.Duration;

/** What an export can be answered with other than success. Clients send again what was UNAVAILABLE or says when to. */
final class Problems {
    /** It travels in the trailers, which are bounded. */
    private static final int MESSAGE_LENGTH_MAX = 300;

    private Problems() {}

    static StatusRuntimeException malformed(String why) {
        return problem(Code.INVALID_ARGUMENT, why).asException();
    }

    static StatusRuntimeException tooSlow(Duration timeMax) {
        return problem(Code.DEADLINE_EXCEEDED, "an export has to arrive within " + timeMax.toSeconds() + " s")
                .asException();
    }

    static StatusRuntimeException overloaded(Duration retryAfter) {
        return problem(Code.RESOURCE_EXHAUSTED, "too many requests at once; wait " + retryAfter.toMillis() + " ms")
                .retryAfter(retryAfter)
                .asException();
    }

    static StatusRuntimeException stopping() {
        return problem(Code.UNAVAILABLE, "the server is stopping; try again later")
                .asException();
    }

    /** The client learns an id to ask about, and nothing else. */
    static StatusRuntimeException serverFault(String errorId) {
        return problem(Code.INTERNAL, "the server failed; its log has more under " + errorId)
                .asException();
    }

    private static Answer problem(Code code, String message) {
        return new Answer(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(Text.cut(message, MESSAGE_LENGTH_MAX))
                .build());
    }

    private record Answer(Status status) {
        Answer retryAfter(Duration delay) {
            RetryInfo retry = RetryInfo.newBuilder()
                    .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                            .setSeconds(delay.toSeconds())
                            .setNanos(delay.toNanosPart()))
                    .build();
            return new Answer(status.toBuilder().addDetails(Any.pack(retry)).build());
        }

        StatusRuntimeException asException() {
            return StatusProto.toStatusRuntimeException(status);
        }
    }
}
