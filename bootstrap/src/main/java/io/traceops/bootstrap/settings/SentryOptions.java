package io.traceops.bootstrap.settings;

import io.traceops.domain.event.ServiceName;
import java.util.List;
import java.util.Map;

/**
 * How clients of Sentry are let in.
 *
 * @param keys the keys that SDKs may send with
 * @param tokens the tokens that the command line may show
 * @param projects the services that projects stand for, where these are not named as their services
 */
public record SentryOptions(
        boolean enabled, List<String> keys, List<String> tokens, Map<String, ServiceName> projects) {
    public SentryOptions {
        keys = List.copyOf(keys);
        tokens = List.copyOf(tokens);
        projects = Map.copyOf(projects);
    }
}
