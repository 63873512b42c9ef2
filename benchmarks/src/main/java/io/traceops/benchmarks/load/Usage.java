package io.traceops.benchmarks.load;

/** What a server's process has used since it started, as its probe tells. */
record Usage(
        long cpuNanos,
        long allocatedBytes,
        long collections,
        long longestPauseMillis,
        long heapUsedBytes,
        long residentBytes) {}
