package io.traceops.adapter.otlp;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.adapter.otlp.grpc.OtlpGrpcDoor;
import io.traceops.adapter.otlp.grpc.OtlpGrpcSettings;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.Answer;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.TriageIssues;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.TriagePolicy;
import io.traceops.http.ServerProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Both doors on free ports of this machine, over one ledger in memory. */
public final class RunningDoors implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    private static final long BODIES_BYTES_MAX = 512L << 20;

    private final Admission admission;
    private final BrowseEvents browseEvents;
    private final TriageIssues triageIssues;
    private final OtlpGrpcDoor grpcDoor;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final ManagedChannel channel;

    private RunningDoors(Parts parts, OtlpGrpcSettings grpcSettings) {
        InstantSource clock = InstantSource.system();
        ServiceLedger ledger = parts.ledger()
                .apply(new MemoryLedger(parts.limits(), FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {}));
        CaptureEvents captureEvents = new CaptureEvents(
                ledger,
                new Fingerprinter(GroupingPolicy.DEFAULT),
                () -> new EventId(UUID.randomUUID().toString()),
                clock,
                (_, _) -> {},
                1_000);
        admission = new Admission(parts.inFlightMax(), 1);
        browseEvents = new BrowseEvents(ledger);
        triageIssues = new TriageIssues(ledger, TriagePolicy.DEFAULT, clock);
        context = ApplicationContext.builder()
                .properties(ServerProperties.of(HOST, 0))
                .properties(Map.of("traceops.otlp.http.enabled", "true"))
                .build();
        context.registerSingleton(Admission.class, admission);
        BodyBudget budget = new BodyBudget(BODIES_BYTES_MAX);
        context.registerSingleton(BodyBudget.class, budget);
        context.start();
        ExportIntake intake =
                new ExportIntake(captureEvents, clock, context.getBean(MeterRegistry.class), parts.spanErrors());
        context.registerSingleton(ExportIntake.class, intake);
        server = context.getBean(EmbeddedServer.class).start();
        grpcDoor = new OtlpGrpcDoor(intake, admission, budget, grpcSettings);
        try {
            grpcDoor.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = NettyChannelBuilder.forAddress(HOST, grpcDoor.port())
                .usePlaintext()
                .build();
    }

    /** What a test may want otherwise. */
    public record Parts(MemoryLimits limits, int inFlightMax, UnaryOperator<ServiceLedger> ledger, boolean spanErrors) {
        public static final Parts DEFAULT = new Parts(MemoryLimits.DEFAULT, 64, UnaryOperator.identity(), false);
    }

    public static RunningDoors open() {
        return open(Parts.DEFAULT);
    }

    public static RunningDoors open(Parts parts) {
        return new RunningDoors(parts, OtlpGrpcSettings.at(HOST, 0));
    }

    /** Exports over gRPC have so long to arrive. */
    public static RunningDoors open(Parts parts, Duration arrivalTimeMax) {
        OtlpGrpcSettings settings = OtlpGrpcSettings.at(HOST, 0);
        return new RunningDoors(
                parts,
                new OtlpGrpcSettings(
                        settings.host(),
                        settings.port(),
                        settings.exportBytesMax(),
                        settings.headerBytesMax(),
                        settings.callLimits().withArrivalTimeMax(arrivalTimeMax)));
    }

    public Admission admission() {
        return admission;
    }

    public OtlpGrpcDoor grpcDoor() {
        return grpcDoor;
    }

    public ManagedChannel channel() {
        return channel;
    }

    public String grpcEndpoint() {
        return "http://" + HOST + ":" + grpcDoor.port();
    }

    public URI uri(String path) {
        return URI.create("http://" + HOST + ":" + server.getPort() + path);
    }

    /** What a counter of the wire stands at. */
    public double counted(String item, String outcome) {
        return context.getBean(MeterRegistry.class)
                .get("traceops.wire.items")
                .tags("wire", "otlp", "item", item, "outcome", outcome)
                .counter()
                .count();
    }

    /** The errors, the newest first. */
    public List<Event> events() {
        return events(EventType.ERROR);
    }

    /** The events of a type, the newest first. */
    public List<Event> events(EventType type) {
        EventQuery all = new EventQuery(
                Optional.empty(),
                Optional.of(type),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
        return found(browseEvents.list(all)).items().stream()
                .map(StoredEvent::event)
                .toList();
    }

    public List<Issue> issues() {
        IssueQuery all = new IssueQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
        return found(triageIssues.list(all)).items();
    }

    private static <T> T found(Answer<T> answer) {
        if (answer instanceof Answer.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("the list was not answered: " + answer);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        grpcDoor.stop(Duration.ZERO);
        context.close();
    }
}
