package io.traceops.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param events how many events were dealt with
 * @param nanos the time from the first byte sent to the last answer
 * @param latencies of single requests or chunks, in microseconds; empty where a path has no such thing
 */
record Outcome(long events, long nanos, Histogram latencies) {
    private static final long LATENCY_MICROS_MAX = 600_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    static Histogram noLatencies() {
        return new Histogram(LATENCY_MICROS_MAX, SIGNIFICANT_DIGITS);
    }

    double perSecond() {
        return events * 1e9 / nanos;
    }
}
