package io.traceops.adapter.sentry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.Answer;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.Page;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.http.ServerProperties;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The door on a free port of this machine, over a ledger in memory. */
public final class RunningDoor implements AutoCloseable {
    public static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final ServiceLedger ledger;
    private final Admission admission;
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private RunningDoor(SentrySettings settings, MemoryLimits limits, boolean enabled) {
        this.ledger = new MemoryLedger(limits, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {});
        this.admission = new Admission(16, 1);
        this.context = ApplicationContext.builder()
                .properties(ServerProperties.of("127.0.0.1", 0))
                .properties(Map.of(SentrySettings.ENABLED, enabled, "micronaut.metrics.enabled", false))
                .build();
        context.registerSingleton(MeterRegistry.class, registry);
        context.registerSingleton(
                CaptureEvents.class,
                new CaptureEvents(
                        ledger,
                        new Fingerprinter(GroupingPolicy.DEFAULT),
                        () -> new EventId(UUID.randomUUID().toString()),
                        settings.clock(),
                        (_, _) -> {},
                        1_000));
        context.registerSingleton(Admission.class, admission);
        context.registerSingleton(BodyBudget.class, new BodyBudget(64 << 20));
        context.registerSingleton(SentrySettings.class, settings);
        context.start();
        this.server = context.getBean(EmbeddedServer.class).start();
    }

    /** Open to everyone, at noon. */
    public static RunningDoor open() {
        return open(SentrySettings.open(NOON));
    }

    public static RunningDoor open(SentrySettings settings) {
        return new RunningDoor(settings, MemoryLimits.DEFAULT, true);
    }

    public static RunningDoor open(MemoryLimits limits) {
        return new RunningDoor(SentrySettings.open(NOON), limits, true);
    }

    /** A server whose configuration does not ask for this door. */
    public static RunningDoor switchedOff() {
        return new RunningDoor(SentrySettings.open(NOON), MemoryLimits.DEFAULT, false);
    }

    public Calls calls() {
        return new Calls(server.getPort());
    }

    public int port() {
        return server.getPort();
    }

    public Admission admission() {
        return admission;
    }

    public ServiceLedger ledger() {
        return ledger;
    }

    /** The event with an id. */
    public Optional<Event> event(String id) {
        return ledger.event(new EventId(id)).map(StoredEvent::event);
    }

    /** All events, the newest first. */
    public List<Event> events() {
        EventQuery all = new EventQuery(
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
        return switch (new BrowseEvents(ledger).list(all)) {
            case Answer.Found<Page<StoredEvent>>(Page<StoredEvent> page) ->
                page.items().stream().map(StoredEvent::event).toList();
            case Answer.NotFound<Page<StoredEvent>> _, Answer.Invalid<Page<StoredEvent>> _ ->
                throw new AssertionError("events cannot be listed");
        };
    }

    /** How often an item was counted with an outcome. */
    public double counted(String item, String outcome) {
        Counter counter = registry.find("traceops.wire.items")
                .tags("wire", "sentry", "item", item, "outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        context.close();
    }
}
