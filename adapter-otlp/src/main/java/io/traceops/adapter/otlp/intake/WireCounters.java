package io.traceops.adapter.otlp.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.traceops.adapter.otlp.failure.WireItem;
import java.util.EnumMap;
import java.util.Map;

/** Counts what came over the wire, by what it was and what became of it. Thread-safe. */
final class WireCounters {
    private static final String NAME = "traceops.wire.items";

    private final Map<WireItem, Map<Fate, Counter>> counters = new EnumMap<>(WireItem.class);

    /** What became of an item. */
    enum Fate {
        ACCEPTED("accepted"),
        DUPLICATE("duplicate"),
        REJECTED("rejected"),
        /** It tells of nothing that is kept here. */
        DROPPED("dropped"),
        /** It could not be read. */
        INVALID("invalid");

        private final String label;

        Fate(String label) {
            this.label = label;
        }
    }

    WireCounters(MeterRegistry registry) {
        for (WireItem item : WireItem.values()) {
            Map<Fate, Counter> ofItem = new EnumMap<>(Fate.class);
            for (Fate fate : Fate.values()) {
                ofItem.put(
                        fate,
                        Counter.builder(NAME)
                                .description("What came over the wires of other tools, and what became of it")
                                .tag("wire", "otlp")
                                .tag("item", item.label())
                                .tag("outcome", fate.label)
                                .register(registry));
            }
            counters.put(item, ofItem);
        }
    }

    void count(WireItem item, Fate fate, long items) {
        Map<Fate, Counter> ofItem = counters.get(item);
        Counter counter = ofItem == null ? null : ofItem.get(fate);
        if (counter != null) {
            counter.increment((double) items);
        }
    }
}
