package io.traceops.architecture.planted.domain;

final class CountsNanos {
    private CountsNanos() {}

    static long nanos() {
        return System.nanoTime();
    }
}
