package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Instant;
import java.util.Objects;

/** What the gRPC door refuses with, in the words of the REST API. */
final class GrpcReplies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GrpcReplies() {}

    static Reply refusal(StatusRuntimeException refusal) {
        Verdict verdict = switch (refusal.getStatus().getCode()) {
            case INVALID_ARGUMENT -> Verdict.INVALID;
            case NOT_FOUND -> Verdict.NOT_FOUND;
            case ALREADY_EXISTS -> Verdict.CONFLICT;
            case OUT_OF_RANGE -> Verdict.TOO_OLD;
            case RESOURCE_EXHAUSTED -> Verdict.BUSY;
            case UNAVAILABLE -> Verdict.STOPPING;
            default -> throw new AssertionError(refusal);
        };
        return new Reply(verdict, details(verdict, refusal));
    }

    private static ObjectNode details(Verdict verdict, StatusRuntimeException refusal) {
        ObjectNode body = NODES.objectNode();
        Status status = Objects.requireNonNull(StatusProto.fromThrowable(refusal));
        try {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(BadRequest.class) && verdict == Verdict.INVALID) {
                    body.set("violations", violations(detail.unpack(BadRequest.class)));
                }
                if (detail.is(ErrorInfo.class)) {
                    String horizon = detail.unpack(ErrorInfo.class).getMetadataOrDefault("horizon", "");
                    if (!horizon.isEmpty()) {
                        body.set("horizon", ProtoShapes.millis(ProtoEvents.timestamp(Instant.parse(horizon))));
                    }
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        return body;
    }

    private static ArrayNode violations(BadRequest request) {
        ArrayNode violations = NODES.arrayNode();
        request.getFieldViolationsList()
                .forEach(violation -> violations.add(violation(violation.getField(), violation.getDescription())));
        return violations;
    }

    /** A violation with the name that the field has in the REST API. */
    static ObjectNode violation(String path, String description) {
        String field = path.startsWith("event.") ? path.substring("event.".length()) : path;
        String name = switch (field) {
            case "page_size" -> "limit";
            case "page_token" -> "cursor";
            default -> camelCase(field);
        };
        return NODES.objectNode().put("field", name).put("problem", description);
    }

    private static String camelCase(String snakeCase) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < snakeCase.length(); i++) {
            boolean begins = i > 0 && snakeCase.charAt(i - 1) == '_';
            if (snakeCase.charAt(i) != '_') {
                camel.append(begins ? Character.toUpperCase(snakeCase.charAt(i)) : snakeCase.charAt(i));
            }
        }
        return camel.toString();
    }
}
