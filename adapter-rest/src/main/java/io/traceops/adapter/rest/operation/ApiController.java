package io.traceops.adapter.rest.operation;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traceops.adapter.rest.RestSettings;
import io.traceops.adapter.rest.api.MayBeRefused;
import io.traceops.adapter.rest.problem.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Says what this server is and describes its API. */
@Controller
@OpenAPIDefinition(
        info =
                @Info(
                        title = "TraceOps",
                        version = ApiController.VERSION_PLACE,
                        description =
                                "Takes events of services in, groups errors into issues, and says which change likely"
                                    + " caused them, which resolved them, and what to fix first. Times are"
                                    + " milliseconds since 1970-01-01T00:00:00Z. A value that does not exist is left"
                                    + " out. Every answer carries `X-Request-Id`, the client's own if it sent one.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
@Tag(name = "operation")
final class ApiController {
    private static final String DESCRIPTION = "/META-INF/swagger/traceops.yml";

    /** Stands in the document where the version of the running server belongs, which the build does not know. */
    static final String VERSION_PLACE = "VERSION-OF-THE-SERVER";

    private static final Map<String, String> LINKS = links();

    private final RestSettings settings;
    private final byte[] description;

    ApiController(RestSettings settings) {
        this.settings = settings;
        this.description = load().replace(VERSION_PLACE, settings.version()).getBytes(StandardCharsets.UTF_8);
    }

    /** What this server is and where to look. */
    @Schema(name = "Index", description = "What this server is and where to look.")
    record Index(
            String name,
            String version,
            Map<String, String> links,

            @Schema(description = "Where clients that speak other protocols send to.")
            Map<String, String> clients) {}

    /** Says what this server is and where to look. */
    @Get("/")
    @ApiResponse(
            responseCode = "200",
            description = "What it is.",
            content = @Content(schema = @Schema(implementation = Index.class)))
    @MayBeRefused
    MutableHttpResponse<byte[]> getIndex() {
        return Answers.ok(new Index(
                "TraceOps", settings.version(), LINKS, settings.clients().get()));
    }

    /** Describes the API, as this document. */
    @Get("/openapi.yml")
    @Produces("application/yaml")
    @ApiResponse(
            responseCode = "200",
            description = "This document.",
            content = @Content(schema = @Schema(type = "string")))
    byte[] getOpenApi() {
        return description;
    }

    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("needsAttention", "/issues/needs-attention");
        links.put("issues", "/issues");
        links.put("events", "/events");
        links.put("services", "/services");
        links.put("health", "/health");
        links.put("metrics", "/metrics");
        links.put("openapi", "/openapi.yml");
        return links;
    }

    private static String load() {
        try (InputStream in = ApiController.class.getResourceAsStream(DESCRIPTION)) {
            InputStream document =
                    Objects.requireNonNull(in, "the API's description is made by the build and belongs to the classes");
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the API's description", e);
        }
    }
}
