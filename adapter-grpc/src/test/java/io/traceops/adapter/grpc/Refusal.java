package io.traceops.adapter.grpc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client learns of a call that was refused. */
record Refusal(Status status, Optional<ErrorInfo> info, Map<String, String> violations, Optional<RetryInfo> retry) {
    static Refusal of(ThrowingCallable call) {
        return of(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    static Refusal of(Throwable failure) {
        com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
        Map<String, String> violations =
                detail(status, BadRequest.class).map(BadRequest::getFieldViolationsList).orElse(List.of()).stream()
                        .collect(toMap(BadRequest.FieldViolation::getField, BadRequest.FieldViolation::getDescription));
        return new Refusal(
                Status.fromThrowable(failure),
                detail(status, ErrorInfo.class),
                violations,
                detail(status, RetryInfo.class));
    }

    Status.Code code() {
        return status.getCode();
    }

    String reason() {
        return info.map(ErrorInfo::getReason).orElse("");
    }

    String metadata(String key) {
        return info.map(ErrorInfo::getMetadataMap).map(map -> map.get(key)).orElse("");
    }

    private static <T extends Message> Optional<T> detail(com.google.rpc.Status status, Class<T> type) {
        for (Any any : status.getDetailsList()) {
            if (any.is(type)) {
                try {
                    return Optional.of(any.unpack(type));
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return Optional.empty();
    }
}
