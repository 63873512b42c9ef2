package io.traceops.adapter.rest.operation;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.adapter.rest.RestSettings;
import io.traceops.adapter.rest.problem.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Says what this server is and describes its API. */
@Controller
final class ApiController {
    private static final String DESCRIPTION = "/META-INF/swagger/traceops.yml";

    private final RestSettings settings;
    private final byte[] description;

    ApiController(RestSettings settings) {
        this.settings = settings;
        this.description = load();
    }

    /** What this server is and where to look. */
    @Schema(name = "Index", description = "What this server is and where to look.")
    record Index(String name, String version, Map<String, String> links) {}

    @Get("/")
    MutableHttpResponse<byte[]> index() {
        Map<String, String> links = Map.of(
                "events", "/events",
                "issues", "/issues",
                "needsAttention", "/issues/needs-attention",
                "services", "/services",
                "health", "/health",
                "metrics", "/metrics",
                "openapi", "/openapi.yml");
        return Answers.ok(new Index("TraceOps", settings.version(), links));
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    byte[] openApi() {
        return description;
    }

    private static byte[] load() {
        try (InputStream in = ApiController.class.getResourceAsStream(DESCRIPTION)) {
            return Objects.requireNonNull(in, "the API's description is made by the build and belongs to the classes")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the API's description", e);
        }
    }
}
