package io.traceops.adapter.memory;

import java.util.Optional;

/**
 * One stripe of the {@link IdTable}: open addressing with linear probing over two flat arrays. The hashes stand beside the
 * addresses, so that a probe touches an event only if the hashes agree, and so that growing reads no event.
 * Removal moves later entries of the run back and leaves no tombstones. Not thread-safe.
 */
final class IdStripe {
    private static final int CAPACITY_MIN = 8;

    private final Segments segments;
    private int[] hashes = new int[CAPACITY_MIN];
    private long[] addresses = new long[CAPACITY_MIN];
    private int size;

    IdStripe(Segments segments) {
        this.segments = segments;
    }

    int size() {
        return size;
    }

    /** The event whose id is in the given bytes. */
    Optional<EventBytes> find(int hash, byte[] id, int from, int length) {
        long address = addresses[place(hash, id, from, length)];
        return address == Segments.NOWHERE ? Optional.empty() : Optional.of(segments.at(address));
    }

    /** Whether exactly this event is here. */
    boolean holds(int hash, EventBytes event) {
        return isAt(place(hash, event), event);
    }

    boolean putIfAbsent(int hash, EventBytes event) {
        int at = place(hash, event);
        if (addresses[at] != Segments.NOWHERE) {
            return false;
        }
        hashes[at] = hash;
        addresses[at] = event.address();
        size++;
        if (size * 4L > addresses.length * 3L) {
            grow();
        }
        return true;
    }

    /** @throws IllegalStateException if another event or none is here under the id: an index has lost its event */
    void remove(int hash, EventBytes event) {
        int at = placeOf(hash, event);
        addresses[at] = Segments.NOWHERE;
        size--;
        closeGap(at);
    }

    /** @throws IllegalStateException if another event or none is here under the id: an index has lost its event */
    void replace(int hash, EventBytes event, EventBytes successor) {
        addresses[placeOf(hash, event)] = successor.address();
    }

    private int placeOf(int hash, EventBytes event) {
        int at = place(hash, event);
        if (!isAt(at, event)) {
            throw new IllegalStateException("event " + event.id() + " is not in the id table");
        }
        return at;
    }

    private boolean isAt(int place, EventBytes event) {
        return addresses[place] != Segments.NOWHERE
                && segments.at(addresses[place]).equals(event);
    }

    private int place(int hash, EventBytes event) {
        return place(hash, event.array(), event.idFrom(), event.idLength());
    }

    /** Where the id is, or the free place where it belongs. */
    private int place(int hash, byte[] id, int from, int length) {
        int at = home(hash);
        while (addresses[at] != Segments.NOWHERE) {
            if (hashes[at] == hash && segments.at(addresses[at]).hasId(id, from, length)) {
                return at;
            }
            at = next(at);
        }
        return at;
    }

    private void closeGap(int from) {
        int gap = from;
        for (int at = next(gap); addresses[at] != Segments.NOWHERE; at = next(at)) {
            int distanceFromHome = (at - home(hashes[at])) & (addresses.length - 1);
            int distanceFromGap = (at - gap) & (addresses.length - 1);
            if (distanceFromHome >= distanceFromGap) {
                hashes[gap] = hashes[at];
                addresses[gap] = addresses[at];
                addresses[at] = Segments.NOWHERE;
                gap = at;
            }
        }
    }

    private void grow() {
        int[] oldHashes = hashes;
        long[] oldAddresses = addresses;
        int[] newHashes = new int[oldHashes.length * 2];
        long[] newAddresses = new long[oldAddresses.length * 2];
        hashes = newHashes;
        addresses = newAddresses;
        for (int i = 0; i < oldAddresses.length; i++) {
            if (oldAddresses[i] != Segments.NOWHERE) {
                int at = home(oldHashes[i]);
                while (addresses[at] != Segments.NOWHERE) {
                    at = next(at);
                }
                hashes[at] = oldHashes[i];
                addresses[at] = oldAddresses[i];
            }
        }
    }

    private int home(int hash) {
        return hash & (addresses.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (addresses.length - 1);
    }
}
