package io.traceops.adapter.sentry.cli;

import io.traceops.adapter.sentry.SentrySettings;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that were announced. They only carry what one call says over to the next: which projects a release is of,
 * and what is in it. They are in memory alone, and the oldest is forgotten where there would be too many. Thread-safe.
 */
@Singleton
final class Releases {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final SentrySettings settings;

    /** In the order in which they were announced. */
    private final LinkedHashMap<ReleaseId, Release> releases = new LinkedHashMap<>();

    private long forgottenCount;

    Releases(SentrySettings settings) {
        this.settings = settings;
    }

    /**
     * A release that was asked for.
     *
     * @param isNew whether nobody had announced it before
     */
    record Announced(Release release, boolean isNew) {}

    /** Changes a release, which is announced with that if it was not before. */
    synchronized Announced change(ReleaseId id, UnaryOperator<Release> change) {
        Optional<Release> known = find(id);
        Release changed = change.apply(
                known.orElseGet(() -> Release.of(id, settings.clock().instant())));
        releases.put(id, changed);
        if (releases.size() > settings.releasesMax()) {
            releases.pollFirstEntry();
            forgottenCount++;
            if (forgottenCount == 1) {
                LOG.warn(
                        "More than {} releases were announced: the oldest are forgotten from now on,"
                                + " and a deploy of one has to name its projects",
                        settings.releasesMax());
            }
        }
        return new Announced(changed, known.isEmpty());
    }

    synchronized Optional<Release> find(ReleaseId id) {
        return Optional.ofNullable(releases.get(id));
    }

    /** The newest releases of an organization, newest first. */
    synchronized List<Release> newest(String organization, int countMax) {
        return releases.values().stream()
                .filter(release -> release.id().organization().equals(organization))
                .toList()
                .reversed()
                .stream()
                .limit(countMax)
                .toList();
    }

    /** Whether there was such a release. */
    synchronized boolean forget(ReleaseId id) {
        return releases.remove(id) != null;
    }

    /** How many releases are known. */
    synchronized int size() {
        return releases.size();
    }

    /** How many had to make room for newer ones. */
    synchronized long forgottenCount() {
        return forgottenCount;
    }
}
