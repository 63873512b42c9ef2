package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sentry.Sentry;
import io.sentry.protocol.User;
import io.traceops.bootstrap.door.GrpcClient;
import io.traceops.bootstrap.door.RestClient;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One failure that is told through every door, by the real clients of each, is one issue. */
class EveryDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "shop";
    private static final String ROUTE = "/orders/{id}";
    private static final String RELEASE = "2.1.0";
    private static final String ENVIRONMENT = "production";
    private static final long FLUSH_TIMEOUT_MS = 20_000;

    private final Server server = start();
    private final RestClient rest = new RestClient(server.httpPort());

    /** What the failing code throws. */
    private static final class OrderNotStored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OrderNotStored(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @AfterEach
    void stop() {
        Sentry.close();
        rest.close();
        server.close();
    }

    @Test
    void failure_toldThroughEveryDoor_isOneIssue() {
        OrderNotStored failure = failure();

        tellRest(failure);
        tellGrpc(failure);
        tellSentry(failure);
        tellOtlp(
                failure,
                OtlpGrpcSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + server.otlpGrpcPort())
                        .build());
        tellOtlp(
                failure,
                OtlpHttpSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + server.otlpHttpPort() + "/v1/traces")
                        .build());

        JsonNode issues = rest.issues(Map.of("serviceName", SERVICE)).body().get("issues");
        assertThat(groupings()).as("the parts of each").containsOnly(groupings().getFirst());
        assertThat(issues).hasSize(1);
        JsonNode issue = issues.get(0);
        assertThat(issue.get("count").asInt()).isEqualTo(5);
        assertThat(issue.get("title").asText()).isEqualTo(failure.toString());
        assertThat(issue.get("status").asText()).isEqualTo("open");
        assertThat(issue.get("uniqueRoutes").asInt()).isEqualTo(1);
        assertThat(issue.get("uniqueUsers").asInt()).isEqualTo(1);
        assertThat(issue.get("relatedEventIds")).hasSize(5);
        JsonNode cause = issue.get("suspectedCause");
        assertThat(cause.get("type").asText()).isEqualTo("DEPLOY");
        assertThat(cause.get("release").asText()).isEqualTo(RELEASE);
        assertThat(cause.get("detected").asBoolean()).as("nobody announced it").isTrue();
    }

    @Test
    void timeline_ofAReleaseThatNobodyAnnounced_showsItsDeploy() {
        tellSentry(failure());

        JsonNode entries = rest.timeline(SERVICE, Map.of()).body().get("events");

        assertThat(entries).hasSize(2);
        JsonNode deploy = entries.get(0);
        assertThat(deploy.get("detected").asBoolean()).isTrue();
        assertThat(deploy.get("message").asText()).isEqualTo("First seen: 2.1.0 in production");
        JsonNode error = entries.get(1);
        assertThat(error.get("correlatedTo")).isEqualTo(deploy.get("id"));
        assertThat(error.has("detected")).isFalse();
        assertThat(rest.delete(deploy.get("id").asText()).verdict().name()).isEqualTo("CONFLICT");
    }

    /** The parts that make each event what it is. */
    private List<String> groupings() {
        List<String> groupings = new ArrayList<>();
        for (JsonNode event : rest.events(Map.of("serviceName", SERVICE, "eventType", "ERROR"))
                .body()
                .get("events")) {
            JsonNode grouping = rest.explain(event.get("id").asText(), "").body();
            StringBuilder parts = new StringBuilder();
            grouping.findValues("normalised")
                    .forEach(part -> parts.append(part.asText()).append('\n'));
            groupings.add(parts.toString());
        }
        return groupings;
    }

    private void tellRest(OrderNotStored failure) {
        rest.create(event("rest-1", failure));
    }

    private void tellGrpc(OrderNotStored failure) {
        try (GrpcClient grpc = new GrpcClient(server.grpcPort())) {
            grpc.create(event("grpc-1", failure));
        }
    }

    private static ObjectNode event(String id, OrderNotStored failure) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", id)
                .put("eventType", "ERROR")
                .put("serviceName", SERVICE)
                .put("message", failure.toString());
        event.putObject("metadata")
                .put("stack", printed(failure))
                .put("route", ROUTE)
                .put("userId", "u-42")
                .put("release", RELEASE)
                .put("environment", ENVIRONMENT);
        return event;
    }

    private void tellSentry(OrderNotStored failure) {
        Sentry.init(options -> {
            options.setDsn("http://anykey@127.0.0.1:" + server.httpPort() + "/" + SERVICE);
            options.setRelease(RELEASE);
            options.setEnvironment(ENVIRONMENT);
            options.setEnableUncaughtExceptionHandler(false);
        });
        Sentry.captureException(failure, scope -> {
            User user = new User();
            user.setId("u-42");
            scope.setUser(user);
            scope.setTransaction("POST " + ROUTE);
        });
        Sentry.flush(FLUSH_TIMEOUT_MS);
        Sentry.close();
    }

    private static void tellOtlp(OrderNotStored failure, SpanExporter exporter) {
        Resource resource = Resource.getDefault().toBuilder()
                .put("service.name", SERVICE)
                .put("service.version", RELEASE)
                .put("deployment.environment.name", ENVIRONMENT)
                .build();
        SdkTracerProvider tracers = SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        try (OpenTelemetrySdk sdk =
                OpenTelemetrySdk.builder().setTracerProvider(tracers).build()) {
            Span span = sdk.getTracer("shop")
                    .spanBuilder("POST " + ROUTE)
                    .setAttribute("http.route", ROUTE)
                    .setAttribute("user.id", "u-42")
                    .startSpan();
            span.recordException(failure);
            span.end();
            tracers.forceFlush().join(FLUSH_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        }
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static OrderNotStored failure() {
        try {
            store(4711);
            throw new AssertionError("nothing was thrown");
        } catch (OrderNotStored e) {
            return e;
        }
    }

    private static void store(int order) {
        try {
            write(order);
        } catch (IllegalStateException e) {
            throw new OrderNotStored("order " + order + " not stored", e);
        }
    }

    private static void write(int order) {
        throw new IllegalStateException("disk full at " + order);
    }

    private static Server start() {
        Map<String, String> anyFreePorts =
                Map.of("--http-port", "0", "--grpc-port", "0", "--otlp-grpc-port", "0", "--otlp-http-port", "0");
        SettingsOutcome outcome = SettingsReader.read(anyFreePorts, Map.of(), Optional.empty());
        if (!(outcome instanceof SettingsOutcome.Ready(EngineSettings settings))) {
            throw new IllegalStateException("settings: " + outcome);
        }
        return Server.start(settings);
    }
}
