package io.traceops.bootstrap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.traceops.adapter.grpc.GrpcMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics of gRPC calls. There are as many series as the door has methods and gRPC has status codes. Thread-safe.
 */
final class GrpcCallMetrics implements GrpcMetrics {
    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> streams = new ConcurrentHashMap<>();

    GrpcCallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Series(String method, String status) {}

    @Override
    public void callEnded(String method, String status, long durationNanos) {
        timers.computeIfAbsent(new Series(method, status), this::timer).record(durationNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void streamOpened(String method) {
        streams.computeIfAbsent(method, this::gauge).incrementAndGet();
    }

    @Override
    public void streamClosed(String method) {
        streams.computeIfAbsent(method, this::gauge).decrementAndGet();
    }

    private Timer timer(Series series) {
        return Timer.builder("grpc.server.calls")
                .description("Time from the headers of a call to its end.")
                .tag("method", series.method())
                .tag("status", series.status())
                .serviceLevelObjectives(Latencies.BOUNDS)
                .register(registry);
    }

    private AtomicInteger gauge(String method) {
        AtomicInteger open = new AtomicInteger();
        Gauge.builder("traceops.stream.clients", open, AtomicInteger::get)
                .description("Clients with an open stream, by the method they called.")
                .tag("method", method)
                .register(registry);
        return open;
    }
}
