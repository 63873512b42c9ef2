package io.traceops.adapter.otlp.http;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.ProblemFormat;
import jakarta.inject.Singleton;

/** Tells exporters of problems as OTLP has it: as a status of gRPC, written as the export was. Thread-safe. */
@Singleton
@Requires(property = "traceops.otlp.http.enabled", value = "true")
final class OtlpProblems implements ProblemFormat {
    private static final String PATHS = "/v1/";

    @Override
    public boolean covers(HttpRequest<?> request) {
        return request.getPath().startsWith(PATHS);
    }

    @Override
    public void write(Problem problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
        String message =
                problem.error() + problem.message().map(advice -> ": " + advice).orElse("");
        Status status = Status.newBuilder()
                .setCode(code(response.code()).getNumber())
                .setMessage(message)
                .build();
        WireFormat format = WireFormat.of(request).orElse(WireFormat.PROTOBUF);
        response.body(format.write(status)).contentType(format.type());
    }

    private static Code code(int httpStatus) {
        return switch (httpStatus) {
            case 404 -> Code.NOT_FOUND;
            case 405 -> Code.UNIMPLEMENTED;
            case 408 -> Code.DEADLINE_EXCEEDED;
            case 429 -> Code.RESOURCE_EXHAUSTED;
            case 503 -> Code.UNAVAILABLE;
            default -> httpStatus < 500 ? Code.INVALID_ARGUMENT : Code.INTERNAL;
        };
    }
}
