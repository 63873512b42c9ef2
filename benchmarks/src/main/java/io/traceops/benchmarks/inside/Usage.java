package io.traceops.benchmarks.inside;

/**
 * What the server's process has used since it started.
 *
 * @param cpuNanos time on a processor
 * @param allocatedBytes what all threads have allocated, ended ones included
 * @param longestPauseMillis the longest collection that stopped the world, since the store was last switched
 * @param heapUsedBytes the heap in use, garbage included
 * @param residentBytes memory of the process, -1 where the system does not tell
 */
public record Usage(
        long cpuNanos, long allocatedBytes, long longestPauseMillis, long heapUsedBytes, long residentBytes) {}
