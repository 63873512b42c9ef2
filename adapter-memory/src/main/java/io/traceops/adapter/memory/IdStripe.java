package io.traceops.adapter.memory;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stripe of the {@link IdTable}: open addressing with linear probing over two flat arrays. The hashes stand apart
 * from the events, so that a probe touches an event only if the hashes agree, and so that growing reads no event.
 * Removal moves later entries of the run back and leaves no tombstones. Not thread-safe.
 */
final class IdStripe {
    private static final int CAPACITY_MIN = 8;

    private int[] hashes = new int[CAPACITY_MIN];
    private byte[] @Nullable [] events = new byte[CAPACITY_MIN][];
    private int size;

    int size() {
        return size;
    }

    /** The event whose id is in the given bytes. */
    Optional<byte[]> find(int hash, byte[] id, int from, int length) {
        return Optional.ofNullable(events[place(hash, id, from, length)]);
    }

    /** Whether exactly this array is here. */
    boolean holds(int hash, byte[] event) {
        int at = place(hash, event, EventBytes.idFrom(event), EventBytes.idLength(event));
        return EventBytes.areSame(events[at], event);
    }

    boolean putIfAbsent(int hash, byte[] event) {
        int at = place(hash, event, EventBytes.idFrom(event), EventBytes.idLength(event));
        if (events[at] != null) {
            return false;
        }
        hashes[at] = hash;
        events[at] = event;
        size++;
        if (size * 4L > events.length * 3L) {
            grow();
        }
        return true;
    }

    /** @throws IllegalStateException if another array or none is here under the id: an index has lost its event */
    void remove(int hash, byte[] event) {
        int at = placeOf(hash, event);
        events[at] = null;
        size--;
        closeGap(at);
    }

    /** @throws IllegalStateException if another array or none is here under the id: an index has lost its event */
    void replace(int hash, byte[] event, byte[] successor) {
        events[placeOf(hash, event)] = successor;
    }

    private int placeOf(int hash, byte[] event) {
        int at = place(hash, event, EventBytes.idFrom(event), EventBytes.idLength(event));
        if (!EventBytes.areSame(events[at], event)) {
            throw new IllegalStateException("event " + EventBytes.id(event) + " is not in the id table");
        }
        return at;
    }

    /** Where the id is, or the free place where it belongs. */
    private int place(int hash, byte[] id, int from, int length) {
        int at = home(hash);
        for (byte[] event = events[at]; event != null; event = events[at]) {
            if (hashes[at] == hash && hasId(event, id, from, length)) {
                return at;
            }
            at = next(at);
        }
        return at;
    }

    private static boolean hasId(byte[] event, byte[] id, int from, int length) {
        int idFrom = EventBytes.idFrom(event);
        return Arrays.equals(event, idFrom, idFrom + EventBytes.idLength(event), id, from, from + length);
    }

    private void closeGap(int from) {
        int gap = from;
        for (int at = next(gap); events[at] != null; at = next(at)) {
            int distanceFromHome = (at - home(hashes[at])) & (events.length - 1);
            int distanceFromGap = (at - gap) & (events.length - 1);
            if (distanceFromHome >= distanceFromGap) {
                hashes[gap] = hashes[at];
                events[gap] = events[at];
                events[at] = null;
                gap = at;
            }
        }
    }

    private void grow() {
        int[] oldHashes = hashes;
        byte[] @Nullable [] oldEvents = events;
        int[] newHashes = new int[oldHashes.length * 2];
        byte[] @Nullable [] newEvents = new byte[oldEvents.length * 2][];
        hashes = newHashes;
        events = newEvents;
        for (int i = 0; i < oldEvents.length; i++) {
            if (oldEvents[i] != null) {
                int at = home(oldHashes[i]);
                while (events[at] != null) {
                    at = next(at);
                }
                hashes[at] = oldHashes[i];
                events[at] = oldEvents[i];
            }
        }
    }

    private int home(int hash) {
        return hash & (events.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (events.length - 1);
    }
}
