package io.traceops.bootstrap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.CaptureListener;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.Rejection;
import io.traceops.application.port.LedgerSize;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.watch.TransitionFeed;
import io.traceops.domain.event.EventType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The metrics of the engine. Every series exists from the start, and their number does not grow. Thread-safe. */
final class EngineMetrics implements CaptureListener {
    private final Map<Outcome, Counter> untyped;
    private final Map<EventType, Map<Outcome, Counter>> byType = new EnumMap<>(EventType.class);

    EngineMetrics(MeterRegistry registry) {
        untyped = counters(registry, "unknown");
        for (EventType type : EventType.values()) {
            byType.put(type, counters(registry, Names.lower(type)));
        }
    }

    /** What became of an event, as a label. */
    private enum Outcome {
        ACCEPTED,
        DUPLICATE,
        INVALID,
        CONFLICT,
        BEFORE_HORIZON,
        TOO_MANY_SERVICES
    }

    @Override
    public void captured(Optional<EventType> type, CaptureOutcome outcome) {
        Map<Outcome, Counter> counters = type.map(byType::get).orElse(untyped);
        Optional.ofNullable(counters.get(label(outcome))).ifPresent(Counter::increment);
    }

    /** Shows what the parts of the engine know of themselves. */
    static void observe(MeterRegistry registry, ServiceLedger ledger, TransitionFeed feed, Admission admission) {
        size(registry, ledger, "events", "Events stored.", LedgerSize::events);
        size(registry, ledger, "bytes", "What the stored events take, without indexes.", LedgerSize::bytes);
        size(registry, ledger, "issues", "Issues known.", LedgerSize::issues);
        size(registry, ledger, "services", "Services known.", LedgerSize::services);
        dropped(registry, ledger, "events", "Events dropped for room.", LedgerSize::eventsDropped);
        dropped(registry, ledger, "issues", "Issues forgotten for room.", LedgerSize::issuesDropped);
        FunctionCounter.builder(
                        "traceops.releases.overlooked",
                        ledger,
                        stored -> stored.size().releasesOverlooked())
                .description("Events that named a release which was not taken for a deploy for want of room.")
                .register(registry);
        Gauge.builder("traceops.requests.in.flight", admission, Admission::inFlight)
                .description("Requests inside, through any door.")
                .register(registry);
        Gauge.builder("traceops.streams.open", admission, Admission::streams)
                .description("Streams of events that are open, through any door.")
                .register(registry);
        FunctionCounter.builder("traceops.requests.shed", admission, Admission::shedCount)
                .description("Requests turned away because too many were inside.")
                .register(registry);
        Gauge.builder("traceops.watchers", feed, TransitionFeed::watchers)
                .description("Watchers of issues.")
                .register(registry);
        FunctionCounter.builder("traceops.watchers.cut.off", feed, TransitionFeed::cutOffs)
                .description("Watchers cut off because they were too slow.")
                .register(registry);
        FunctionCounter.builder("traceops.resolutions.untold", feed, TransitionFeed::pendingOverflows)
                .description("Resolutions not told because too many waited for their verification.")
                .register(registry);
    }

    private static void size(
            MeterRegistry registry,
            ServiceLedger ledger,
            String what,
            String description,
            ToDoubleFunction<LedgerSize> figure) {
        Gauge.builder("traceops.store." + what, ledger, store -> figure.applyAsDouble(store.size()))
                .description(description)
                .register(registry);
    }

    private static void dropped(
            MeterRegistry registry,
            ServiceLedger ledger,
            String what,
            String description,
            ToDoubleFunction<LedgerSize> figure) {
        FunctionCounter.builder(
                        "traceops.store." + what + ".dropped", ledger, store -> figure.applyAsDouble(store.size()))
                .description(description)
                .register(registry);
    }

    private static Map<Outcome, Counter> counters(MeterRegistry registry, String type) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("traceops.events")
                            .description("Events that came in, by what became of them.")
                            .tag("type", type)
                            .tag("outcome", Names.lower(outcome))
                            .register(registry));
        }
        return counters;
    }

    private static Outcome label(CaptureOutcome outcome) {
        return switch (outcome) {
            case CaptureOutcome.Accepted _ -> Outcome.ACCEPTED;
            case CaptureOutcome.Duplicate _ -> Outcome.DUPLICATE;
            case CaptureOutcome.Rejected(Rejection.Invalid _) -> Outcome.INVALID;
            case CaptureOutcome.Rejected(Rejection.Conflict _) -> Outcome.CONFLICT;
            case CaptureOutcome.Rejected(Rejection.BeforeHorizon _) -> Outcome.BEFORE_HORIZON;
            case CaptureOutcome.Rejected(Rejection.TooManyServices _) -> Outcome.TOO_MANY_SERVICES;
        };
    }
}
