package io.traceops.adapter.grpc;

/**
 * Decides how many more chunks to ask a client for.
 *
 * <p>What was asked for cannot be taken back, and each chunk that was asked for may lie in memory before it is answered.
 * So the window is narrow as long as nothing is known of the client's chunks and while they are large, and wide while
 * they are small: asking for many at once is what makes a stream fast. It is refilled when it is half empty, since each
 * request costs a change of threads.
 *
 * <p>Not thread-safe.
 */
final class ChunkWindow {
    /** With each chunk the memory of a large one fades by one part in this many. */
    private static final int FORGOTTEN_SHARE = 8;

    private final int chunksMax;
    private final int bytesMax;
    private int inFlight;
    private long largeBytes;

    /**
     * @param chunksMax the widest window, in chunks, 1 or more
     * @param bytesMax how many bytes the window should hold at most, judged by the chunks so far, 1 or more
     * @param chunkBytesMax how large a chunk can be: what the first ones are expected to be, 1 or more
     */
    ChunkWindow(int chunksMax, int bytesMax, int chunkBytesMax) {
        this.chunksMax = chunksMax;
        this.bytesMax = bytesMax;
        this.largeBytes = chunkBytesMax;
    }

    /** Notes that a chunk was answered. A large one is remembered for a while. */
    void answered(int bytes) {
        largeBytes = Math.max(bytes, largeBytes - largeBytes / FORGOTTEN_SHARE);
        inFlight--;
    }

    /** How many chunks to ask for now; 0 for none. They count as in flight from now on. */
    int refill() {
        int width = Math.clamp(bytesMax / Math.max(1, largeBytes), 1, chunksMax);
        if (inFlight > width / 2) {
            return 0;
        }
        int more = width - inFlight;
        inFlight = width;
        return more;
    }

    int inFlight() {
        return inFlight;
    }
}
