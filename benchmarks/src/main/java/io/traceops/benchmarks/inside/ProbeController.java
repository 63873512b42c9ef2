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

    @Get
    Usage usage() throws IOException {
        return new Usage(
                SYSTEM.getProcessCpuTime(),
                THREADS.getTotalThreadAllocatedBytes(),
                pauses.longestMillis(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ResidentMemory.bytes(ProcessHandle.current().pid()));
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
}
