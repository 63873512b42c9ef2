package io.traceops.adapter.sentry.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.traceops.adapter.sentry.envelope.ItemType;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.Rejection;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts what came over this wire, and what became of it. Thread-safe. */
@Singleton
public final class WireItems {
    private final MeterRegistry registry;

    WireItems(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What became of an item. */
    public enum Outcome {
        /** It is stored. */
        ACCEPTED,
        /** It was stored before, or something else under its id. */
        DUPLICATE,
        /** It is an event, and was not taken. */
        REJECTED,
        /** It is of a kind that is not stored. */
        DROPPED,
        /** It cannot be read. */
        INVALID;

        static Outcome of(CaptureOutcome outcome) {
            return switch (outcome) {
                case CaptureOutcome.Accepted _ -> ACCEPTED;
                case CaptureOutcome.Duplicate _ -> DUPLICATE;
                case CaptureOutcome.Rejected(Rejection rejection) ->
                    switch (rejection) {
                        case Rejection.Conflict _ -> DUPLICATE;
                        case Rejection.Invalid _ -> INVALID;
                        case Rejection.BeforeHorizon _, Rejection.TooManyServices _ -> REJECTED;
                    };
            };
        }
    }

    void count(ItemType type, Outcome outcome) {
        count(type.wireName(), outcome);
    }

    /** An envelope that could not be taken apart, whatever was in it. */
    void countMalformedEnvelope() {
        count("envelope", Outcome.INVALID);
    }

    /** A deploy that the command line announced, for one service. */
    public void countDeploy(CaptureOutcome outcome) {
        count("deploy", Outcome.of(outcome));
    }

    /** @param item one of a fixed set of names, never a client's */
    private void count(String item, Outcome outcome) {
        Counter.builder("traceops.wire.items")
                .description("What came over the wires of other systems, and what became of it.")
                .tag("wire", "sentry")
                .tag("item", item)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }
}
