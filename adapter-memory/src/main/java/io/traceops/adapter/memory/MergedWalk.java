package io.traceops.adapter.memory;

import io.traceops.application.port.EventSlice.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Several walks through events as one, in the order that all of them have. */
final class MergedWalk implements Iterator<EventBytes> {
    private final Comparator<EventBytes> order;
    private final List<Head> heads = new ArrayList<>(3);

    MergedWalk(List<Iterator<EventBytes>> walks, Order order) {
        this.order = switch (order) {
            case OLDEST_FIRST -> EventBytes.ORDER;
            case NEWEST_FIRST -> EventBytes.ORDER.reversed();
        };
        walks.stream().filter(Iterator::hasNext).map(Head::new).forEach(heads::add);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public EventBytes next() {
        Head first =
                heads.stream().min(Comparator.comparing(Head::event, order)).orElseThrow(NoSuchElementException::new);
        EventBytes event = first.event();
        if (!first.advance()) {
            heads.remove(first);
        }
        return event;
    }

    /** One walk and the event that it comes to next. */
    private static final class Head {
        private final Iterator<EventBytes> rest;
        private EventBytes event;

        Head(Iterator<EventBytes> walk) {
            this.rest = walk;
            this.event = walk.next();
        }

        EventBytes event() {
            return event;
        }

        /** False if the walk has come to its end. */
        boolean advance() {
            if (!rest.hasNext()) {
                return false;
            }
            event = rest.next();
            return true;
        }
    }
}
