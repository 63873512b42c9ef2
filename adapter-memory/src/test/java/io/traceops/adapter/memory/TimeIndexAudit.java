package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.Moment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Holds a {@link TimeIndex} to its own order and sizes. */
final class TimeIndexAudit {
    private TimeIndexAudit() {}

    static void of(TimeIndex index) {
        List<Moment> forward = moments(index.forward());
        assertThat(forward).hasSize(index.size()).isSorted().doesNotHaveDuplicates();
        assertThat(moments(index.backward())).isEqualTo(forward.reversed());
        assertThat(index.blockSizes()).allMatch(size -> size > 0 && size <= TimeBlock.ENTRIES_MAX);
        assertThat(index.blockSizes().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(index.size());
    }

    private static List<Moment> moments(Iterator<EventBytes> walk) {
        List<Moment> moments = new ArrayList<>();
        walk.forEachRemaining(event -> moments.add(event.moment()));
        return moments;
    }
}
