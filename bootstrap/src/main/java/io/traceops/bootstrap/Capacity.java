package io.traceops.bootstrap;

import io.traceops.bootstrap.settings.EngineLimits;
import io.traceops.bootstrap.settings.EventsKept;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store keeps, beside the heap that it has for it.
 *
 * @param heapBytesMax the largest heap of this JVM, in bytes
 */
record Capacity(EngineLimits limits, long heapBytesMax) {
    private static final Logger LOG = LoggerFactory.getLogger(Capacity.class);
    private static final long MEBIBYTE = 1_024 * 1_024;

    static Capacity of(EngineLimits limits) {
        return new Capacity(limits, Runtime.getRuntime().maxMemory());
    }

    /** Says in the log what is kept, and warns if the heap is likely too small for it. */
    void announce() {
        int events = limits.events().count(heapBytesMax);
        LOG.info(String.format(
                Locale.ROOT,
                "Keeps in memory at most %,d events, %,d issues and %,d services; the heap grows to %,d MiB",
                events,
                limits.issuesMax(),
                limits.servicesMax(),
                heapBytesMax / MEBIBYTE));
        if (isTight()) {
            LOG.warn(
                    "{} events may not fit into the heap. Keep fewer (--limits-events, such as 50%),"
                            + " or give Java more (TRACEOPS_JAVA_OPTS, such as -Xmx4g)",
                    events);
        }
    }

    /** Whether as many events as are kept, at the size that is reckoned for one, take more than the heap. */
    boolean isTight() {
        return (long) limits.events().count(heapBytesMax) * EventsKept.EVENT_BYTES > heapBytesMax;
    }
}
