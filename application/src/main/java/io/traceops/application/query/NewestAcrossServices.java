package io.traceops.application.query;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Merges the events of all services, newest first. Only the place of each service's next event is held; events are read
 * in runs, as long as their service stays ahead of the others. Not thread-safe.
 */
final class NewestAcrossServices {
    /** How many places are looked at for one run. */
    private static final int RUN_MAX = 32;

    private final ServiceLedger ledger;
    private final EventSlice slice;
    private final PriorityQueue<Head> heads = new PriorityQueue<>();
    private final List<StoredEvent> events = new ArrayList<>();

    NewestAcrossServices(ServiceLedger ledger, EventSlice slice) {
        this.ledger = ledger;
        this.slice = slice;
    }

    /** The next event of a service. In natural order the newest comes first. */
    private record Head(Moment moment, ServiceName service) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return other.moment.compareTo(moment);
        }
    }

    List<StoredEvent> events() {
        for (ServiceName service : ledger.services()) {
            ledger.read(service, reading -> reading.moments(slice(slice.after(), 1)))
                    .ifPresent(moments -> moments.forEach(moment -> heads.add(new Head(moment, service))));
        }
        Optional<Moment> after = slice.after();
        while (events.size() < slice.limit() && !heads.isEmpty()) {
            ServiceName service = heads.remove().service();
            Optional<Moment> resumeAfter = after;
            ledger.read(service, reading -> takeRun(reading, resumeAfter));
            // Everything newer than what was just taken is taken, in every service.
            after = events.isEmpty()
                    ? after
                    : Optional.of(events.getLast().event().moment());
        }
        return events;
    }

    private Optional<Head> takeRun(ServiceReading reading, Optional<Moment> after) {
        int room = Math.min(RUN_MAX, slice.limit() - events.size());
        List<Moment> moments = reading.moments(slice(after, room + 1));
        int run = 0;
        while (run < Math.min(room, moments.size()) && isAheadOfOthers(moments.get(run))) {
            run++;
        }
        if (run > 0) {
            events.addAll(reading.events(slice(after, run)));
        }
        Optional<Head> next =
                run < moments.size() ? Optional.of(new Head(moments.get(run), reading.service())) : Optional.empty();
        next.ifPresent(heads::add);
        return next;
    }

    private boolean isAheadOfOthers(Moment moment) {
        return heads.isEmpty() || moment.isAfter(heads.peek().moment());
    }

    private EventSlice slice(Optional<Moment> after, int limit) {
        return new EventSlice(slice.type(), slice.fromMicros(), slice.toMicros(), slice.order(), after, limit);
    }
}
