package io.traceops.adapter.memory;

/**
 * How much one service holds.
 *
 * @param bytes what the log of its events takes, in bytes, holes and free room included
 * @param dormantSinceMicros when the issue that can be forgotten first was last seen; {@link Long#MAX_VALUE} if none can
 */
record Figures(int events, int issues, long bytes, long dormantSinceMicros) {
    static final Figures NONE = new Figures(0, 0, 0, Long.MAX_VALUE);

    boolean isEmpty() {
        return events == 0 && issues == 0;
    }
}
