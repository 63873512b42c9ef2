package io.traceops.bootstrap;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.traceops.adapter.grpc.GrpcDoor;
import io.traceops.adapter.grpc.GrpcSettings;
import io.traceops.adapter.grpc.GrpcUseCases;
import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.adapter.otlp.grpc.OtlpGrpcDoor;
import io.traceops.adapter.otlp.grpc.OtlpGrpcSettings;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.rest.RestSettings;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.EventIdSource;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.TransitionListener;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.application.watch.TransitionFeed;
import io.traceops.bootstrap.settings.EngineLimits;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.Ports;
import io.traceops.bootstrap.settings.SentryOptions;
import io.traceops.domain.event.EventId;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.http.ServerProperties;
import io.traceops.http.door.ReservedPort;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The one place where the parts are put together. */
final class Wiring {
    private static final int PERCENT = 100;

    /** Room for the largest body there is, an export of 64 MiB: it is copied once when it is complete. */
    private static final long BODIES_BYTES_MIN = 128L << 20;

    private Wiring() {}

    /** UUIDs of version 7, which rise with the time at which they were made. */
    static EventId nextEventId() {
        return new EventId(UuidCreator.getTimeOrderedEpochPlus1().toString());
    }

    /** The engine, as the settings want it. */
    static Engine engine(EngineSettings settings, StoreSource stores, InstantSource clock, EventIdSource ids) {
        EngineLimits limits = settings.limits();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        TransitionFeed feed = new TransitionFeed(
                limits.watch(), clock, UuidCreator.getRandomBasedFast().toString());
        ServiceLedger ledger = new MeteredLedger(stores.open(settings, feed), metrics);
        Admission admission = new Admission(limits.inFlightMax(), limits.streamsMax());
        Fingerprinter fingerprinter = new Fingerprinter(settings.grouping());
        EngineMetrics.observe(metrics, ledger, feed, admission);
        return new Engine(
                ledger,
                new CaptureEvents(ledger, fingerprinter, ids, clock, new EngineMetrics(metrics), limits.batchMax()),
                new BrowseEvents(ledger),
                new ViewTimeline(ledger, settings.triage().correlation()),
                new ExplainGrouping(ledger, fingerprinter),
                new TriageIssues(ledger, settings.triage(), clock),
                new ListServices(ledger, settings.triage(), clock),
                feed,
                admission,
                clock,
                metrics);
    }

    /** The store that the settings name. */
    static ServiceLedger store(EngineSettings settings, TransitionListener listener) {
        EngineLimits limits = settings.limits();
        return switch (settings.store()) {
            case MEMORY ->
                new MemoryLedger(
                        new MemoryLimits(
                                limits.events().count(Runtime.getRuntime().maxMemory()),
                                limits.issuesMax(),
                                limits.servicesMax(),
                                limits.exactUsersMax()),
                        settings.fold(),
                        new HllDistinctSketches(),
                        listener);
        };
    }

    /** The metrics of the process, beside those of the engine. */
    static void observeProcess(MeterRegistry metrics) {
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmGcMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(metrics));
    }

    /** The gRPC door, not open yet. */
    static GrpcDoor grpcDoor(EngineSettings settings, Engine engine, int port) {
        GrpcUseCases useCases = new GrpcUseCases(
                engine.captureEvents(),
                engine.browseEvents(),
                engine.viewTimeline(),
                engine.explainGrouping(),
                engine.triageIssues(),
                engine.listServices(),
                engine.transitions(),
                engine.admission());
        return new GrpcDoor(
                useCases,
                GrpcSettings.at(settings.host(), port, settings.limits().batchMax()),
                new GrpcCallMetrics(engine.metrics()));
    }

    /** What takes the exports of OpenTelemetry, whichever way they come. */
    static ExportIntake exportIntake(EngineSettings settings, Engine engine) {
        return new ExportIntake(engine.captureEvents(), engine.clock(), engine.metrics(), settings.otlpSpanErrors());
    }

    /** The door for OpenTelemetry over gRPC, not open yet. */
    static OtlpGrpcDoor otlpGrpcDoor(
            EngineSettings settings, Engine engine, ExportIntake intake, BodyBudget bodies, int port) {
        return new OtlpGrpcDoor(intake, engine.admission(), bodies, OtlpGrpcSettings.at(settings.host(), port));
    }

    /**
     * How clients of Sentry are let in; absent if they are not.
     *
     * @throws UserMistake if a key or a token can be none
     */
    static Optional<SentrySettings> sentry(EngineSettings settings, Engine engine, InetAddress address) {
        SentryOptions options = settings.sentry();
        if (!options.enabled() || settings.ports().http().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SentrySettings.of(
                    Set.copyOf(options.keys()),
                    Set.copyOf(options.tokens()),
                    options.projects(),
                    address.isLoopbackAddress(),
                    engine.clock()));
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    /** What the HTTP door is made of, not open yet. Its beans are found by Micronaut; what they ask for is given here. */
    static ApplicationContext httpDoor(
            EngineSettings settings,
            Engine engine,
            Optional<SentrySettings> sentry,
            ExportIntake intake,
            BodyBudget bodies,
            Supplier<Map<String, String>> clients) {
        Ports ports = settings.ports();
        Map<String, Integer> listeners = new LinkedHashMap<>();
        ports.http().ifPresent(port -> listeners.put("api", port));
        ports.otlpHttp().ifPresent(port -> listeners.put("otlp", port));
        Map<String, Object> properties = new LinkedHashMap<>(ServerProperties.of(settings.host(), listeners));
        // The registry is ours: one for all doors.
        properties.put("micronaut.metrics.enabled", false);
        properties.put(SentrySettings.ENABLED, sentry.isPresent());
        properties.put("traceops.otlp.http.enabled", ports.otlpHttp().isPresent());
        List<Object> given = new ArrayList<>(List.of(
                engine.captureEvents(),
                engine.browseEvents(),
                engine.viewTimeline(),
                engine.explainGrouping(),
                engine.triageIssues(),
                engine.listServices(),
                engine.transitions(),
                engine.admission(),
                engine.ledger(),
                engine.metrics(),
                intake,
                new ReservedPort("/v1/"),
                new RestSettings(
                        Version.current(), engine.clock(), engine.clock().instant(), clients),
                bodies));
        sentry.ifPresent(given::add);
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties)
                .singletons(given.toArray())
                .build();
    }

    /** The room for the bodies over HTTP and the exports of OpenTelemetry that are in memory at once, all together. */
    static BodyBudget bodyBudget(EngineSettings settings) {
        long share =
                Runtime.getRuntime().maxMemory() / PERCENT * settings.limits().bodiesPercent();
        return new BodyBudget(Math.max(BODIES_BYTES_MIN, share));
    }
}
