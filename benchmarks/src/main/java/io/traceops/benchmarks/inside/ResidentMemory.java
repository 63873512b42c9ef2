package io.traceops.benchmarks.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process has, as Linux tells it. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** In bytes; -1 where the system does not tell. */
    public static long bytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
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
