package io.traceops.adapter.rest.operation;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.traceops.http.door.Lane;
import io.traceops.http.door.LaneRule;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whoever asks how the server is doing is always let in; streams of events are counted by themselves. */
@Singleton
final class RestLanes implements LaneRule {
    private static final String STREAM_PATH = "/events/stream";

    @Override
    public Optional<Lane> laneOf(HttpRequest<?> request) {
        String path = request.getPath();
        if (request.getMethod() == HttpMethod.POST && path.startsWith(STREAM_PATH)) {
            return Optional.of(Lane.STREAM);
        }
        return isExempt(path) ? Optional.of(Lane.EXEMPT) : Optional.empty();
    }

    private static boolean isExempt(String path) {
        return path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.equals("/openapi.yml");
    }
}
