package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import io.traceops.domain.fold.Entry.TriggerEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceTriggersTest {
    private static final long WINDOW_MICROS = 300_000_000;

    private final WrittenEvents written = new WrittenEvents();
    private final ServiceEvents events = new ServiceEvents(written.segments());
    private final ServiceTriggers triggers =
            new ServiceTriggers(Samples.SERVICE, events, new CorrelationPolicy(Duration.ofMinutes(5)));

    @Test
    void forgetBehind_horizon_keepsWhatAnErrorAtTheHorizonCanAskFor() {
        triggers.retain(trigger("d1", 999));
        triggers.retain(trigger("d2", 1_000));

        triggers.forgetBehind(1_000 + WINDOW_MICROS + 1);

        assertThat(triggers.retained()).extracting(TriggerRef::timestampMicros).containsExactly(1_000L);
    }

    @Test
    void forgetBehind_tooMany_forgetsTheOldest() {
        for (int i = 0; i <= ServiceTriggers.RETAINED_MAX; i++) {
            triggers.retain(trigger("d" + i, i));
            triggers.forgetBehind(i + 1);
        }

        assertThat(triggers.retained()).hasSize(ServiceTriggers.RETAINED_MAX);
        assertThat(triggers.firstFrom(Moment.startOf(0)).orElseThrow().timestampMicros())
                .isEqualTo(1);
    }

    @Test
    void searches_droppedAndStoredTriggers_areOneLog() {
        triggers.retain(trigger("d1", 1_000));
        events.add(written.write(Samples.deploy("d2", 2_000)));
        Moment first = trigger("d1", 1_000).moment();
        Moment second = trigger("d2", 2_000).moment();

        assertThat(triggers.firstFrom(first)).contains(trigger("d1", 1_000));
        assertThat(triggers.firstAfter(first)).contains(trigger("d2", 2_000));
        assertThat(triggers.lastBefore(second)).contains(trigger("d1", 1_000));
        assertThat(triggers.lastBefore(Moment.startOf(9_000))).contains(trigger("d2", 2_000));
        assertThat(triggers.lastBefore(first)).isEmpty();
        assertThat(triggers.firstAfter(second)).isEmpty();
    }

    private static TriggerRef trigger(String id, long timestampMicros) {
        return TriggerRef.of(((TriggerEntry) Samples.deploy(id, timestampMicros)).event());
    }
}
