package io.traceops.adapter.rest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.triage.TriagePolicy;
import io.traceops.http.ServerProperties;
import io.traceops.http.body.BodyLimits;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door on a free port of this machine, over a ledger in memory, at a time that the test sets. */
final class RunningDoor implements AutoCloseable {
    static final int BATCH_MAX = 1_000;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final StoppedClock clock;
    private final Admission admission;
    private final HttpCalls calls;

    private RunningDoor(Parts parts) {
        this.clock = new StoppedClock();
        this.admission = new Admission(parts.inFlightMax(), parts.inFlightMax());
        this.context = ApplicationContext.builder()
                .properties(ServerProperties.of("127.0.0.1", 0))
                .properties(parts.properties())
                .build();
        register(parts);
        this.context.start();
        this.server = context.getBean(EmbeddedServer.class).start();
        this.calls = new HttpCalls(server.getPort());
    }

    /** What a test may want otherwise. */
    record Parts(
            MemoryLimits limits,
            int inFlightMax,
            long bodyBytesInFlightMax,
            UnaryOperator<ServiceLedger> ledger,
            Map<String, Object> properties) {
        static final Parts DEFAULT =
                new Parts(MemoryLimits.DEFAULT, 64, BodyLimits.ALL_BYTES_MIN, UnaryOperator.identity(), Map.of());

        Parts withLimits(MemoryLimits other) {
            return new Parts(other, inFlightMax, bodyBytesInFlightMax, ledger, properties);
        }

        Parts withInFlightMax(int other) {
            return new Parts(limits, other, bodyBytesInFlightMax, ledger, properties);
        }

        Parts withLedger(UnaryOperator<ServiceLedger> other) {
            return new Parts(limits, inFlightMax, bodyBytesInFlightMax, other, properties);
        }
    }

    static RunningDoor open() {
        return open(Parts.DEFAULT);
    }

    static RunningDoor open(Parts parts) {
        return new RunningDoor(parts);
    }

    private void register(Parts parts) {
        ServiceLedger ledger = parts.ledger()
                .apply(new MemoryLedger(parts.limits(), FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {}));
        Fingerprinter fingerprinter = new Fingerprinter(GroupingPolicy.DEFAULT);
        context.registerSingleton(ServiceLedger.class, ledger);
        context.registerSingleton(
                CaptureEvents.class,
                new CaptureEvents(
                        ledger,
                        fingerprinter,
                        () -> new EventId(UUID.randomUUID().toString()),
                        clock,
                        (_, _) -> {},
                        BATCH_MAX));
        context.registerSingleton(BrowseEvents.class, new BrowseEvents(ledger));
        context.registerSingleton(ViewTimeline.class, new ViewTimeline(ledger, CorrelationPolicy.DEFAULT));
        context.registerSingleton(TriageIssues.class, new TriageIssues(ledger, TriagePolicy.DEFAULT, clock));
        context.registerSingleton(ListServices.class, new ListServices(ledger, TriagePolicy.DEFAULT, clock));
        context.registerSingleton(ExplainGrouping.class, new ExplainGrouping(ledger, fingerprinter));
        context.registerSingleton(Admission.class, admission);
        context.registerSingleton(
                RestSettings.class,
                new RestSettings(
                        "1.2.3",
                        clock,
                        clock.instant().minusSeconds(90),
                        () -> Map.of("otlpHttp", "http://127.0.0.1:4318")));
        context.registerSingleton(BodyBudget.class, new BodyBudget(parts.bodyBytesInFlightMax()));
    }

    HttpCalls calls() {
        return calls;
    }

    StoppedClock clock() {
        return clock;
    }

    Admission admission() {
        return admission;
    }

    int port() {
        return server.getPort();
    }

    URI uri(String path) {
        return calls.uri(path);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
