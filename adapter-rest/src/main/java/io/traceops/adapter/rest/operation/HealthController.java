package io.traceops.adapter.rest.operation;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.RestSettings;
import io.traceops.adapter.rest.problem.Answers;
import io.traceops.application.capture.Admission;
import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.ServiceLedger;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.time.Duration;

/** Says how the server is doing. It needs no thread of its own: nothing here waits. */
@Controller
@Tag(name = "operation")
final class HealthController {
    private final ServiceLedger ledger;
    private final Admission admission;
    private final RestSettings settings;

    HealthController(ServiceLedger ledger, Admission admission, RestSettings settings) {
        this.ledger = ledger;
        this.admission = admission;
        this.settings = settings;
    }

    /** How the server is doing. */
    @Schema(name = "Health", description = "How the server is doing.")
    record Health(
            @Schema(
                    type = "string",
                    allowableValues = {"healthy", "stopping"})
            String status,

            long uptimeSeconds,

            @Schema(description = "How many events are stored.")
            long events,

            @Schema(description = "How many issues are known.")
            long issues,

            String version) {}

    /** A plain yes. */
    @Schema(name = "Probe", description = "A plain yes.")
    record Probe(
            @Schema(
                    type = "string",
                    allowableValues = {"alive", "ready"})
            String status) {}

    /** Says how the server is doing and how much it holds. */
    @Get("/health")
    @ApiResponse(
            responseCode = "200",
            description = "How it is doing.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    MutableHttpResponse<byte[]> health() {
        LedgerSize size = ledger.size();
        Duration uptime =
                Duration.between(settings.startedAt(), settings.clock().instant());
        return Answers.ok(new Health(
                admission.isStopping() ? "stopping" : "healthy",
                Math.max(0, uptime.toSeconds()),
                size.events(),
                size.issues(),
                settings.version()));
    }

    /** Whether the process answers at all. */
    @Get("/health/liveness")
    @ApiResponse(
            responseCode = "200",
            description = "It does.",
            content = @Content(schema = @Schema(implementation = Probe.class)))
    MutableHttpResponse<byte[]> liveness() {
        return Answers.ok(new Probe("alive"));
    }

    /** Whether requests are let in. */
    @Get("/health/readiness")
    @ApiResponse(
            responseCode = "200",
            description = "They are.",
            content = @Content(schema = @Schema(implementation = Probe.class)))
    @ApiResponse(
            responseCode = "503",
            description = "They are not.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    MutableHttpResponse<byte[]> readiness() {
        return admission.isStopping() ? Problems.stopping() : Answers.ok(new Probe("ready"));
    }
}
