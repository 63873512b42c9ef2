package io.traceops.bootstrap.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Counts the bytes and lines that are read through it. Read by one thread; the counts are safe to ask for from any. */
public final class CountingInput extends FilterInputStream {
    private final LongConsumer onBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();
    private boolean withinLine;

    /** @param onBytes hears the number of bytes read so far, after each read */
    public CountingInput(InputStream input, LongConsumer onBytes) {
        super(input);
        this.onBytes = onBytes;
    }

    public long bytes() {
        return bytes.get();
    }

    /** How many lines that are not empty were read; a last one needs no line end. */
    public long lines() {
        return lines.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            countLines(buffer, offset, count);
            onBytes.accept(bytes.addAndGet(count));
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void countLines(byte[] buffer, int offset, int count) {
        long begun = 0;
        for (int i = offset; i < offset + count; i++) {
            boolean ends = buffer[i] == '\n';
            if (!ends && !withinLine && buffer[i] != '\r') {
                begun++;
                withinLine = true;
            } else if (ends) {
                withinLine = false;
            }
        }
        lines.addAndGet(begun);
    }
}
