package io.traceops.http.door;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Says which requests are admitted otherwise than as a {@link Lane#REQUEST}. A bean; called from any thread. */
@FunctionalInterface
public interface LaneRule {
    /** Empty if the rule has nothing to say of the request. */
    Optional<Lane> laneOf(HttpRequest<?> request);
}
