package io.traceops.http.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests take, by method, route and status. There are as many series as these three allow, whatever clients
 * send: methods are an enumeration, routes the templates of this door, statuses its own. Thread-safe.
 */
@Singleton
final class RequestMetrics {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    /** Looking a timer up in the registry builds its tags anew each time; here it costs one small key. */
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Series(HttpMethod method, String route, int status) {}

    void record(HttpMethod method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Series(method, route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A template without the patterns that its variables may have: {@code /a/{b}} for {@code /a/{b:[^/]+}}. */
    private static String plain(String template) {
        StringBuilder plain = new StringBuilder();
        boolean inPattern = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            inPattern = (inPattern || c == ':') && c != '}';
            if (!inPattern) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("Time from the headers of a request to its answer.")
                .tag("method", series.method().name())
                .tag("route", plain(series.route()))
                .tag("status", Integer.toString(series.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
