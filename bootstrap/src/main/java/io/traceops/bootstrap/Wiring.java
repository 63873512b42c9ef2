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
import io.traceops.adapter.rest.RestSettings;
import io.traceops.application.capture.Admission;
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
import io.traceops.domain.event.EventId;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.http.HttpSettings;
import io.traceops.http.ServerProperties;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one place where the parts are put together. */
final class Wiring {
    private static final int PERCENT = 100;

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
    static GrpcDoor grpcDoor(EngineSettings settings, Engine engine) {
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
                GrpcSettings.at(
                        settings.host(), settings.grpcPort(), settings.limits().batchMax()),
                new GrpcCallMetrics(engine.metrics()));
    }

    /** What the HTTP door is made of, not open yet. Its beans are found by Micronaut; what they ask for is given here. */
    static ApplicationContext httpDoor(EngineSettings settings, Engine engine) {
        Map<String, Object> properties = new LinkedHashMap<>(ServerProperties.of(settings.host(), settings.httpPort()));
        // The registry is ours: one for all doors.
        properties.put("micronaut.metrics.enabled", false);
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties)
                .singletons(
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
                        new RestSettings(
                                Version.current(),
                                engine.clock(),
                                engine.clock().instant()),
                        httpSettings(settings))
                .build();
    }

    private static HttpSettings httpSettings(EngineSettings settings) {
        long heapBytesMax = Runtime.getRuntime().maxMemory();
        long bodyBytesMax = heapBytesMax / PERCENT * settings.limits().bodiesPercent();
        return new HttpSettings(Math.max(HttpSettings.BODY_BYTES_IN_FLIGHT_MIN, bodyBytesMax));
    }
}
