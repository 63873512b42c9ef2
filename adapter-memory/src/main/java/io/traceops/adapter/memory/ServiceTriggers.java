package io.traceops.adapter.memory;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of one service: the stored ones, and before them the dropped ones that errors just after the horizon may
 * still ask for. Changed by one writer; read by many at a time while nobody writes.
 */
final class ServiceTriggers implements TriggerLog {
    /** The most dropped triggers that are kept. */
    static final int RETAINED_MAX = 10_000;

    private final ServiceName service;
    private final List<TimeIndex> stored;
    private final long retainedMicros;

    /** Every one of them comes before every stored trigger, since dropping takes the oldest and nothing older arrives. */
    private final NavigableMap<Moment, TriggerRef> retained = new TreeMap<>();

    /**
     * The errors of one time ask for one trigger. Readers race to replace it, and each value of it is right, whichever of them
     * a reader sees.
     */
    private @Nullable Decoded lastDecoded;

    ServiceTriggers(ServiceName service, ServiceEvents events, CorrelationPolicy correlation) {
        this.service = service;
        this.stored = Arrays.stream(EventType.values())
                .filter(type -> type != EventType.ERROR)
                .map(events::ofType)
                .toList();
        this.retainedMicros = correlation.windowMicros() + 1;
    }

    @Override
    public Optional<TriggerRef> firstFrom(Moment inclusive) {
        return retained(retained.ceilingEntry(inclusive)).or(() -> earliest(index -> index.ceiling(inclusive)));
    }

    @Override
    public Optional<TriggerRef> firstAfter(Moment exclusive) {
        return retained(retained.higherEntry(exclusive)).or(() -> earliest(index -> index.higher(exclusive)));
    }

    @Override
    public Optional<TriggerRef> lastBefore(Moment exclusive) {
        return stored.stream()
                .flatMap(index -> index.lower(exclusive).stream())
                .max(EventBytes.ORDER)
                .map(this::decode)
                .or(() -> retained(retained.lowerEntry(exclusive)));
    }

    /** Keeps a trigger that is dropped now. */
    void retain(TriggerRef dropped) {
        retained.put(dropped.moment(), dropped);
    }

    /**
     * Lets go of the dropped triggers that nobody can ask for behind a horizon. Stored errors can be as old as the instant
     * just before it, since events of one instant are dropped one by one.
     */
    void forgetBehind(long horizonMicros) {
        while (!retained.isEmpty() && (retained.size() > RETAINED_MAX || isBehind(horizonMicros))) {
            retained.pollFirstEntry();
        }
    }

    /** The dropped triggers that are kept, oldest first. */
    List<TriggerRef> retained() {
        return List.copyOf(retained.values());
    }

    TriggerRef decode(EventBytes trigger) {
        Decoded last = lastDecoded;
        if (last != null && last.bytes.equals(trigger)) {
            return last.trigger;
        }
        TriggerRef decoded = TriggerRef.of((Trigger) EventCodec.event(trigger, service));
        lastDecoded = new Decoded(trigger, decoded);
        return decoded;
    }

    /** Lets go of a trigger that is not, or not there, any more; and with it of the memory that it is in. */
    void forgetDecoded(EventBytes gone) {
        Decoded last = lastDecoded;
        if (last != null && last.bytes.equals(gone)) {
            lastDecoded = null;
        }
    }

    private boolean isBehind(long horizonMicros) {
        return retained.firstKey().timestampMicros() < horizonMicros - retainedMicros;
    }

    private Optional<TriggerRef> earliest(Function<TimeIndex, Optional<EventBytes>> search) {
        return ServiceEvents.earliest(stored, search).map(this::decode);
    }

    private static Optional<TriggerRef> retained(Map.@Nullable Entry<Moment, TriggerRef> entry) {
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }

    private static final class Decoded {
        final EventBytes bytes;
        final TriggerRef trigger;

        Decoded(EventBytes bytes, TriggerRef trigger) {
            this.bytes = bytes;
            this.trigger = trigger;
        }
    }
}
