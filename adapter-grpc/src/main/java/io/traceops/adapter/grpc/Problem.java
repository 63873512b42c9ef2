package io.traceops.adapter.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.traceops.domain.event.Text;
import java.time.Duration;
import java.util.List;

/**
 * A call that cannot be answered, on its way to the client: a code, words for people, and details for programs.
 *
 * <p>It travels in the trailers, and a client refuses trailers of more than 8 KiB. So everything in it that outside input
 * can grow is cut, and what was left out is counted. Not thread-safe.
 */
final class Problem {
    /** The domain of every reason. */
    static final String DOMAIN = "traceops";

    /** In the metadata: how many violations were left out for want of room. */
    static final String VIOLATIONS_OMITTED = "violations_omitted";

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int VIOLATIONS_BYTES_MAX = 3_000;

    private final Code code;
    private final String message;
    private final ErrorInfo.Builder info;
    private final BadRequest.Builder badRequest = BadRequest.newBuilder();
    private final RetryInfo.Builder retry = RetryInfo.newBuilder();

    private Problem(Code code, Reason reason, String message) {
        this.code = code;
        this.message = Text.cut(message, TEXT_LENGTH_MAX);
        this.info = ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(reason.name());
    }

    /** What a program can branch on. Clients see the names, so they never change. */
    enum Reason {
        INVALID_REQUEST,
        NOT_FOUND,
        ID_CONFLICT,
        DETECTED_DEPLOY,
        BEFORE_HORIZON,
        TOO_MANY_SERVICES,
        OVERLOADED,
        TOO_SLOW,
        STOPPING,
        TOKEN_EXPIRED,
        TOO_MANY_WATCHERS,
        WATCHER_TOO_SLOW,
        SERVER_FAULT
    }

    static Problem of(Code code, Reason reason, String message) {
        return new Problem(code, reason, message);
    }

    /** Adds a member to the metadata of the error info. The value must be short. */
    Problem with(String key, String value) {
        info.putMetadata(key, Text.cut(value, TEXT_LENGTH_MAX));
        return this;
    }

    Problem retryAfter(Duration delay) {
        retry.setRetryDelay(Timestamps.write(delay));
        return this;
    }

    /** Names the fields that are wrong, as many as fit. */
    Problem violating(List<FieldViolation> violations) {
        int bytesLeft = VIOLATIONS_BYTES_MAX;
        int omitted = 0;
        for (FieldViolation violation : violations) {
            int bytes = violation.getSerializedSize();
            if (bytes > bytesLeft) {
                omitted++;
            } else {
                bytesLeft -= bytes;
                badRequest.addFieldViolations(violation);
            }
        }
        return omitted == 0 ? this : with(VIOLATIONS_OMITTED, Integer.toString(omitted));
    }

    static FieldViolation violation(String path, String description) {
        return FieldViolation.newBuilder()
                .setField(Text.cut(path, TEXT_LENGTH_MAX))
                .setDescription(Text.cut(description, TEXT_LENGTH_MAX))
                .build();
    }

    StatusRuntimeException exception() {
        Status.Builder status = Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(info.build()));
        if (badRequest.getFieldViolationsCount() > 0) {
            status.addDetails(Any.pack(badRequest.build()));
        }
        if (retry.hasRetryDelay()) {
            status.addDetails(Any.pack(retry.build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
