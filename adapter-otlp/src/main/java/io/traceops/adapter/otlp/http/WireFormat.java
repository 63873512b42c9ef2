package io.traceops.adapter.otlp.http;

import com.google.rpc.Status;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.intake.Taken;
import io.traceops.adapter.otlp.json.JsonExport;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.http.json.JsonOutput;
import java.util.Map;
import java.util.Optional;

/** How an export and its answer are written: both the same way. */
enum WireFormat {
    PROTOBUF("application/x-protobuf") {
        @Override
        Slice read(Signal signal, byte[] body) {
            return Slice.of(body);
        }

        @Override
        byte[] write(Taken taken) {
            return taken.toProtobuf().toByteArray();
        }

        @Override
        byte[] write(Status status) {
            return status.toByteArray();
        }
    },
    JSON("application/json") {
        @Override
        Slice read(Signal signal, byte[] body) throws MalformedExport {
            return JsonExport.toProtobuf(signal, body);
        }

        @Override
        byte[] write(Taken taken) {
            // Numbers of 64 bits are texts, as not every reader of JSON can hold them.
            Map<String, Object> answer = taken.isWhole()
                    ? Map.of()
                    : Map.of(
                            "partialSuccess",
                            Map.of(
                                    taken.signal().rejectedName(),
                                    Long.toString(taken.rejected()),
                                    "errorMessage",
                                    taken.why()));
            return JsonOutput.bytes(answer);
        }

        @Override
        byte[] write(Status status) {
            return JsonOutput.bytes(Map.of("code", status.getCode(), "message", status.getMessage()));
        }
    };

    private final String type;

    WireFormat(String type) {
        this.type = type;
    }

    /** The format that a request names; empty if it names none of these. */
    static Optional<WireFormat> of(HttpRequest<?> request) {
        Optional<String> named = request.getContentType().map(MediaType::getName);
        for (WireFormat format : values()) {
            if (named.filter(format.type::equalsIgnoreCase).isPresent()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String type() {
        return type;
    }

    /** The export in protobuf. */
    abstract Slice read(Signal signal, byte[] body) throws MalformedExport;

    abstract byte[] write(Taken taken);

    /** The protobuf message of this name, in which every failure is told. */
    abstract byte[] write(Status status);
}
