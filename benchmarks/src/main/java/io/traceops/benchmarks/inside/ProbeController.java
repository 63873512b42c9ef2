package io.traceops.benchmarks.inside;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what the process has used so far, and switches its store. */
@Controller("/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProbeController {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FULL_COLLECTIONS = 2;

    /** Set before the doors open. */
    private static volatile @Nullable SwitchedLedger ledger;

    private final GcPauses pauses = new GcPauses();

    static void observe(SwitchedLedger switched) {
        ledger = switched;
    }

    /**
     * What the process has used since it started.
     *
     * @param cpuNanos time on a processor
     * @param allocatedBytes what all threads have allocated, ended ones included
     * @param collections how often garbage was collected
     * @param longestPauseMillis the longest collection that stopped the world, since the store was last switched
     * @param heapUsedBytes the heap in use, garbage included
     * @param residentBytes memory of the process, -1 where the system does not tell
     */
    record Usage(
            long cpuNanos,
            long allocatedBytes,
            long collections,
            long longestPauseMillis,
            long heapUsedBytes,
            long residentBytes) {}

    @Get
    Usage usage() throws IOException {
        return new Usage(
                SYSTEM.getProcessCpuTime(),
                THREADS.getTotalThreadAllocatedBytes(),
                pauses.count(),
                pauses.longestMillis(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                residentBytes());
    }

    /** Collects all garbage first, so that the heap in use is what is reachable. */
    @Post("/collected")
    Usage collected() throws IOException {
        collect();
        return usage();
    }

    /** From now on, events are dropped. */
    @Post("/store/dropping")
    Usage drop() throws IOException {
        switched().drop();
        return fresh();
    }

    /** From now on, events are kept in a new store. */
    @Post("/store/memory")
    Usage keep(@QueryValue int eventsMax, @QueryValue int filled) throws IOException {
        switched().keep(eventsMax, filled, System.currentTimeMillis() * 1_000);
        return fresh();
    }

    private Usage fresh() throws IOException {
        collect();
        pauses.reset();
        return usage();
    }

    private static SwitchedLedger switched() {
        return Objects.requireNonNull(ledger, "no store to switch");
    }

    private static void collect() {
        for (int i = 0; i < FULL_COLLECTIONS; i++) {
            System.gc();
        }
    }

    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(-1);
    }
}
