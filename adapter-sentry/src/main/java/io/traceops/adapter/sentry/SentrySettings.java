package io.traceops.adapter.sentry;

import io.traceops.adapter.sentry.auth.PublicKeys;
import io.traceops.domain.event.ServiceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this door is set up.
 *
 * @param keys the public keys of the DSNs that may send events
 * @param tokens the tokens that the command line may show
 * @param projects the services of those projects that DSNs name by something else than the service, such as a number
 * @param anyKey whether every key is taken, for a server that only this machine can reach
 * @param anyToken whether every token is taken, for such a server
 * @param releasesMax how many releases the command line may have announced before the oldest is forgotten, 1 or more
 * @param clock the clock of the server
 */
public record SentrySettings(
        Set<String> keys,
        Set<String> tokens,
        Map<String, ServiceName> projects,
        boolean anyKey,
        boolean anyToken,
        int releasesMax,
        InstantSource clock) {
    public static final int RELEASES_MAX_DEFAULT = 10_000;

    /** The property that switches this door on. */
    public static final String ENABLED = "traceops.sentry.enabled";

    public SentrySettings {
        keys.stream().filter(key -> !PublicKeys.isKey(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "Sentry key: '" + key + "', allowed 1 to " + PublicKeys.LENGTH_MAX + " visible ASCII characters");
        });
        if (tokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Sentry token: blank, allowed any other text");
        }
        if (releasesMax < 1) {
            throw new IllegalArgumentException("Sentry releases: " + releasesMax + ", allowed 1 or more");
        }
        keys = Set.copyOf(keys);
        tokens = Set.copyOf(tokens);
        projects = Map.copyOf(projects);
    }

    /** For whoever comes: every key and every token opens this door, and projects are named as their services. */
    public static SentrySettings open(InstantSource clock) {
        return new SentrySettings(Set.of(), Set.of(), Map.of(), true, true, RELEASES_MAX_DEFAULT, clock);
    }

    /**
     * What follows from a configuration: where it names no key, a server that only this machine can reach takes every one,
     * and a server that others can reach takes none. It is the same with tokens.
     */
    public static SentrySettings of(
            Set<String> keys,
            Set<String> tokens,
            Map<String, ServiceName> projects,
            boolean loopback,
            InstantSource clock) {
        return new SentrySettings(
                keys,
                tokens,
                projects,
                loopback && keys.isEmpty(),
                loopback && tokens.isEmpty(),
                RELEASES_MAX_DEFAULT,
                clock);
    }

    /** Whether no SDK can come in. */
    public boolean isShut() {
        return !anyKey && keys.isEmpty();
    }

    /** Whether the command line cannot come in. */
    public boolean isShutToCli() {
        return !anyToken && tokens.isEmpty();
    }

    /** Whether events under this key are taken. */
    public boolean opens(String publicKey) {
        return anyKey || keys.contains(publicKey);
    }

    /** Whether the command line may come in with this token. Tells nothing by the time that it takes. */
    public boolean opensCli(String token) {
        byte[] shown = token.getBytes(StandardCharsets.UTF_8);
        boolean isKnown = anyToken;
        for (String known : tokens) {
            isKnown |= MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), shown);
        }
        return isKnown;
    }

    /** The service of a project: the one that the configuration names, else the one of the project's own name. */
    public Optional<ServiceName> service(String project) {
        ServiceName mapped = projects.get(project);
        if (mapped != null) {
            return Optional.of(mapped);
        }
        return ServiceName.problemOf(project).isEmpty() ? Optional.of(new ServiceName(project)) : Optional.empty();
    }
}
