package io.traceops.adapter.otlp.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.http.body.BodyHeaders;
import io.traceops.http.body.BodyLimits;
import io.traceops.http.body.BodyReader;
import io.traceops.http.body.ContentCoding;
import io.traceops.http.problem.Problems;
import java.util.Optional;
import java.util.Set;

/** Takes exports. The type of an export must be one that no web page can send to a server of others unasked. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Requires(property = "traceops.otlp.http.enabled", value = "true")
final class ExportController {
    /** The largest export, packed or unpacked, in bytes. */
    static final int BYTES_MAX = 64 * 1_024 * 1_024;

    private static final BodyLimits LIMITS = new BodyLimits(
            Optional.empty(),
            Set.of(ContentCoding.IDENTITY, ContentCoding.GZIP),
            BYTES_MAX,
            "Let the exporter send less at once.");

    private final ExportIntake intake;
    private final BodyReader bodies;

    ExportController(ExportIntake intake, BodyReader bodies) {
        this.intake = intake;
        this.bodies = bodies;
    }

    @Post("/v1/traces")
    MutableHttpResponse<byte[]> exportTraces(HttpRequest<?> request) {
        return export(request, Signal.TRACES);
    }

    @Post("/v1/logs")
    MutableHttpResponse<byte[]> exportLogs(HttpRequest<?> request) {
        return export(request, Signal.LOGS);
    }

    @Post("/v1/metrics")
    MutableHttpResponse<byte[]> exportMetrics(HttpRequest<?> request) {
        return export(request, Signal.METRICS);
    }

    private MutableHttpResponse<byte[]> export(HttpRequest<?> request, Signal signal) {
        Optional<WireFormat> format = WireFormat.of(request);
        return format.isEmpty()
                ? BodyHeaders.beforeEnd(
                        request,
                        Problems.unsupportedMediaType(
                                "Send " + WireFormat.PROTOBUF.type() + " or " + WireFormat.JSON.type() + "."))
                : bodies.read(request, LIMITS, body -> take(signal, format.get(), body));
    }

    private MutableHttpResponse<byte[]> take(Signal signal, WireFormat format, byte[] body) {
        Slice export;
        try {
            export = format.read(signal, body);
        } catch (MalformedExport malformed) {
            intake.countUnread();
            return refused(malformed);
        }
        try {
            byte[] answer = format.write(intake.take(signal, export));
            return HttpResponse.ok(answer).contentType(format.type());
        } catch (MalformedExport malformed) {
            return refused(malformed);
        }
    }

    private static MutableHttpResponse<byte[]> refused(MalformedExport malformed) {
        return Problems.malformedBody("is no export: " + malformed.getMessage());
    }
}
