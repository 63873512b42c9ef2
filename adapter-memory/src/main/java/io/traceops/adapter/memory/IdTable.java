package io.traceops.adapter.memory;

import io.traceops.domain.event.EventId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * All stored events of all services by their ids. It is what makes an id unique across services: of two writers that
 * claim one id at the same time, {@link #putIfAbsent} lets one win, whatever locks they hold.
 *
 * <p>An id is in the table from its writer's claim on, which is shortly before the event takes its place in its service.
 * Who needs to know that the event is really stored asks while it holds a lock of that service.
 *
 * <p>Thread-safe: cut into stripes with a lock each, taken for one look-up and never together.
 */
final class IdTable {
    private static final int STRIPES_LOG2 = 6;

    private final IdHash hash;
    private final IdStripe[] stripes = new IdStripe[1 << STRIPES_LOG2];

    IdTable(IdHash hash, Segments segments) {
        this.hash = hash;
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new IdStripe(segments);
        }
    }

    Optional<EventBytes> find(EventId id) {
        byte[] ascii = id.value().getBytes(StandardCharsets.ISO_8859_1);
        long idHash = hash.of(ascii, 0, ascii.length);
        IdStripe stripe = stripe(idHash);
        synchronized (stripe) {
            return stripe.find((int) idHash, ascii, 0, ascii.length);
        }
    }

    /** Whether exactly this event is in the table. */
    boolean holds(EventBytes event) {
        long idHash = hashOf(event);
        IdStripe stripe = stripe(idHash);
        synchronized (stripe) {
            return stripe.holds((int) idHash, event);
        }
    }

    /** False, and nothing changes, if an event with the same id is there. */
    boolean putIfAbsent(EventBytes event) {
        long idHash = hashOf(event);
        IdStripe stripe = stripe(idHash);
        synchronized (stripe) {
            return stripe.putIfAbsent((int) idHash, event);
        }
    }

    void remove(EventBytes event) {
        long idHash = hashOf(event);
        IdStripe stripe = stripe(idHash);
        synchronized (stripe) {
            stripe.remove((int) idHash, event);
        }
    }

    /** Puts an event in the place of the one that is there under the same id. */
    void replace(EventBytes event, EventBytes successor) {
        long idHash = hashOf(event);
        IdStripe stripe = stripe(idHash);
        synchronized (stripe) {
            stripe.replace((int) idHash, event, successor);
        }
    }

    /** How many ids there are. Exact only while nobody writes. */
    long size() {
        long size = 0;
        for (IdStripe stripe : stripes) {
            synchronized (stripe) {
                size += stripe.size();
            }
        }
        return size;
    }

    private long hashOf(EventBytes event) {
        return hash.of(event.array(), event.idFrom(), event.idLength());
    }

    /** By the high bits; the stripe finds the place by the low ones. */
    private IdStripe stripe(long idHash) {
        return stripes[(int) (idHash >>> (Long.SIZE - STRIPES_LOG2))];
    }
}
