package io.traceops.adapter.memory;

/**
 * A piece of memory that the events of one service are written into, one after the other. Once an index knows an event, its
 * bytes never change, so whoever has found it may read it without a lock. Written by one thread at a time.
 */
final class Segment {
    private static final byte[] CLOSED = {};

    private final int number;
    private final int service;
    private final boolean own;
    private byte[] bytes;
    private int used;
    private int live;
    private boolean stuck;

    /**
     * @param number what the {@link Segments} know it by
     * @param service the number that the {@link ServiceDirectory} gave to the service
     * @param own whether one event alone is written into it
     */
    Segment(int number, int service, int capacity, boolean own) {
        this.number = number;
        this.service = service;
        this.own = own;
        this.bytes = new byte[capacity];
    }

    int number() {
        return number;
    }

    int service() {
        return service;
    }

    boolean isOwn() {
        return own;
    }

    byte[] bytes() {
        return bytes;
    }

    int capacity() {
        return bytes.length;
    }

    /** How many bytes were written. */
    int used() {
        return used;
    }

    /** How many of them belong to events that are still stored. */
    int live() {
        return live;
    }

    boolean hasRoomFor(int length) {
        return bytes.length - used >= length;
    }

    /** Makes room for an event, and says where. */
    int take(int length) {
        int from = used;
        used += length;
        live += length;
        return from;
    }

    /** Takes back the last event that was written, of which nobody knows yet. */
    void retract(int length) {
        used -= length;
        live -= length;
    }

    /** Notes that an event is not stored any more. */
    void release(int length) {
        live -= length;
    }

    /** Whether cleaning it has failed. */
    boolean isStuck() {
        return stuck;
    }

    void setStuck() {
        stuck = true;
    }

    /**
     * Lets go of the memory at once. The collector need not find out first that this object, which may be old, is garbage.
     * Who has found an event before goes on reading it.
     */
    void close() {
        bytes = CLOSED;
    }
}
