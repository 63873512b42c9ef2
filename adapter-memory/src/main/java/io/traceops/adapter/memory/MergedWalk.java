package io.traceops.adapter.memory;

import io.traceops.application.port.EventSlice.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Several walks through events as one, in the order that all of them have. */
final class MergedWalk implements Iterator<byte[]> {
    private final Comparator<byte[]> order;
    private final List<Head> heads = new ArrayList<>(3);

    MergedWalk(List<Iterator<byte[]>> walks, Order order) {
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
    public byte[] next() {
        Head first =
                heads.stream().min(Comparator.comparing(Head::event, order)).orElseThrow(NoSuchElementException::new);
        byte[] event = first.event();
        if (!first.advance()) {
            heads.remove(first);
        }
        return event;
    }

    /** One walk and the event that it comes to next. */
    private static final class Head {
        private final Iterator<byte[]> rest;
        private byte[] event;

        Head(Iterator<byte[]> walk) {
            this.rest = walk;
            this.event = walk.next();
        }

        byte[] event() {
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
