package io.traceops.benchmarks.inside;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAccumulator;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Listens for collections that stop the world. Thread-safe. */
final class GcPauses {
    /** What G1 names its collections beside the world, which are no pauses. */
    private static final String CONCURRENT = "Concurrent";

    private final LongAccumulator longestMillis = new LongAccumulator(Math::max, 0);

    GcPauses() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter
                    && !collector.getName().contains(CONCURRENT)) {
                emitter.addNotificationListener(
                        (notice, _) -> {
                            if (notice.getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                                note(GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData()));
                            }
                        },
                        null,
                        null);
            }
        }
    }

    long longestMillis() {
        return longestMillis.get();
    }

    void reset() {
        longestMillis.reset();
    }

    /** Collections that were asked for are part of measuring, not of serving. */
    private void note(GarbageCollectionNotificationInfo info) {
        if (!info.getGcCause().equals("System.gc()")) {
            longestMillis.accumulate(info.getGcInfo().getDuration());
        }
    }
}
