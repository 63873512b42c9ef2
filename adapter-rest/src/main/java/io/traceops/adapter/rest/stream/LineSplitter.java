package io.traceops.adapter.rest.stream;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines, whatever pieces the stream comes in. A line that lies within one piece is handed on
 * where it lies; one that does not is put together first. A line that is too long is not kept: it is reported once, and
 * the stream goes on with the next one. Not thread-safe.
 */
public final class LineSplitter {
    private static final int PENDING_BYTES_KEPT = 64 << 10;
    private static final byte[] NOTHING = {};

    private final int lineBytesMax;
    private final Lines lines;

    private byte[] pending = NOTHING;
    private int pendingLength;
    /** Whether the current line is too long already; the rest of it is stepped over. */
    private boolean overflowing;

    private long number = 1;

    /** Takes lines. Their numbers count from 1. */
    public interface Lines {
        /** A line, without its end. The bytes are only good during the call. */
        void line(long number, byte[] bytes, int from, int to);

        /** A line that was too long. */
        void tooLong(long number);
    }

    /** @param lineBytesMax the longest line that is handed on, in bytes, its end not counted */
    public LineSplitter(int lineBytesMax, Lines lines) {
        this.lineBytesMax = lineBytesMax;
        this.lines = lines;
    }

    /** Takes the next piece of the stream. */
    public void feed(byte[] bytes, int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                endLine(bytes, start, at);
                start = at + 1;
            }
        }
        keep(bytes, start, to);
    }

    /** Takes the end of the stream, which ends a last line that has no end of its own. */
    public void end() {
        if (pendingLength > 0 || overflowing) {
            endLine(NOTHING, 0, 0);
        }
    }

    private void endLine(byte[] bytes, int from, int to) {
        if (overflowing || pendingLength + (to - from) > lineBytesMax) {
            lines.tooLong(number);
        } else if (pendingLength == 0) {
            lines.line(number, bytes, from, to);
        } else {
            keep(bytes, from, to);
            lines.line(number, pending, 0, pendingLength);
        }
        forget();
        number++;
    }

    /** Keeps a part of a line whose end is still to come. */
    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (overflowing || length == 0) {
            return;
        }
        if (pendingLength + length > lineBytesMax) {
            forget();
            overflowing = true;
            return;
        }
        if (pendingLength + length > pending.length) {
            int doubled = Math.min(lineBytesMax, pending.length * 2);
            pending = Arrays.copyOf(pending, Math.max(pendingLength + length, doubled));
        }
        System.arraycopy(bytes, from, pending, pendingLength, length);
        pendingLength += length;
    }

    private void forget() {
        pendingLength = 0;
        overflowing = false;
        if (pending.length > PENDING_BYTES_KEPT) {
            pending = NOTHING;
        }
    }
}
