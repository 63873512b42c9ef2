package io.traceops.bootstrap.settings;

/** How many events the memory store keeps. */
public sealed interface EventsKept {
    /**
     * What an event with its place in the indexes is reckoned to take when only a share of the heap is given, in bytes:
     * one with a stack of some twenty frames. The true size differs from service to service.
     */
    int EVENT_BYTES = 2_048;

    /** How many events that is on a JVM with the given largest heap, in bytes. */
    int count(long heapBytesMax);

    /** A fixed number of events, 1 or more. */
    record Count(int events) implements EventsKept {
        @Override
        public int count(long heapBytesMax) {
            return events;
        }
    }

    /** As many events as fit into a share of the heap, in percent from 1 to 90. */
    record ShareOfHeap(int percent) implements EventsKept {
        private static final int ALL_PERCENT = 100;

        @Override
        public int count(long heapBytesMax) {
            long events = heapBytesMax / ALL_PERCENT * percent / EVENT_BYTES;
            return Math.clamp(events, 1, 1_000_000_000);
        }
    }
}
