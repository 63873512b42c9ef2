package io.traceops.domain.release;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.release.Adjustment.Moved;
import io.traceops.domain.release.Adjustment.Overlooked;
import io.traceops.domain.release.Adjustment.Placed;
import io.traceops.domain.release.Adjustment.Withdrawn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one service say of its releases, and which deploys follow from it.
 *
 * <p>The first event that names a release in an environment is evidence that it was deployed there just before. This is a
 * rule over the set of events: an older event that arrives late moves the deploy back in time, and where the evidence is
 * deleted, the next event that names the release takes over. Events that are dropped for room keep their word.
 *
 * <p>A service that announces its deploys is believed: from its first announced deploy on nothing is detected, and neither
 * is a release that an announced deploy names.
 *
 * <p>A book is told of each event once it took its place or was taken out, and answers with what is to be done about the
 * detected deploys; of these it is not told. Costs a look-up for an event, and for an announced deploy a look at every
 * release. Not thread-safe.
 */
public final class ReleaseBook {
    /** A release that nobody named for so long gives way to a new one where there is no room. */
    private static final long STALE_MICROS = Duration.ofDays(30).toNanos() / 1_000;

    private final ServiceName service;
    private final DetectionPolicy policy;
    private final Room room;
    private final Map<ReleaseKey, Row> rows = new HashMap<>();
    /** How many announced deploys name each release. */
    private final Map<String, Long> announcedReleases = new HashMap<>();

    private Optional<Moment> firstAnnounced = Optional.empty();

    /** Whether deploys announced more releases than are told apart: then any release may be one of them. */
    private boolean announcesMore;

    /** Whether events named releases for which there was no room, so that counts may be too low. */
    private boolean overlooked;

    /** The room for releases that the books of all services share. Called under the locks of their services. */
    public interface Room {
        /** Takes room for one more release; false if there is none. */
        boolean take();

        /** Gives back the room of so many. */
        void giveBack(int releases);
    }

    public ReleaseBook(ServiceName service, DetectionPolicy policy, Room room) {
        this.service = service;
        this.policy = policy;
        this.room = room;
    }

    /** A release that was seen. */
    private static final class Row {
        Moment first;
        /** The latest that ever named it; it may have been deleted since. */
        Moment last;

        long count = 1;
        /** The evidence that the detected deploy rests on which is in its place; null if there is none. */
        @Nullable
        Moment placed;

        Row(Moment first) {
            this.first = first;
            this.last = first;
        }
    }

    /** How many releases are told apart. */
    public int size() {
        return rows.size();
    }

    /** Whether an event says anything of releases. Of one that does not, a book need not be told. */
    public static boolean concerns(EventType type, Optional<ReleaseKey> key) {
        return switch (type) {
            case DEPLOY -> true;
            case ERROR, CONFIG_CHANGE -> key.isPresent();
        };
    }

    /**
     * Notes an event that took its place.
     *
     * @param key what {@link ReleaseKey#of} reads from it
     */
    public List<Adjustment> added(EventType type, Moment moment, Optional<ReleaseKey> key) {
        if (!policy.enabled() || !concerns(type, key)) {
            return List.of();
        }
        return switch (type) {
            case DEPLOY -> moment.id().isOfDetectedDeploy() ? List.of() : announced(moment, key);
            case ERROR, CONFIG_CHANGE -> seen(key.orElseThrow(), moment);
        };
    }

    /** Notes an event that was taken out as if it had never arrived. */
    public List<Adjustment> removed(Event event, Evidence evidence) {
        if (!policy.enabled()) {
            return List.of();
        }
        Optional<ReleaseKey> key = ReleaseKey.of(event);
        return switch (event.type()) {
            case DEPLOY -> event.id().isOfDetectedDeploy() ? List.of() : takenBack(event.moment(), key, evidence);
            case ERROR, CONFIG_CHANGE -> key.isEmpty() ? List.of() : unseen(key.get(), event.moment(), evidence);
        };
    }

    /** Gives back all room, once the service is given up. */
    public void close() {
        room.giveBack(rows.size());
        rows.clear();
    }

    private List<Adjustment> seen(ReleaseKey key, Moment moment) {
        Row known = rows.get(key);
        if (known == null) {
            if (!makeRoom(moment)) {
                overlooked = true;
                return List.of(new Overlooked(key));
            }
            Row row = new Row(moment);
            rows.put(key, row);
            return reconciled(key, row);
        }
        known.count++;
        known.last = moment.isAfter(known.last) ? moment : known.last;
        if (!moment.isBefore(known.first)) {
            return List.of();
        }
        known.first = moment;
        return reconciled(key, known);
    }

    /** Takes room for one more release, if need be in the place of one that nobody has named for long. */
    private boolean makeRoom(Moment moment) {
        if (rows.size() < policy.releasesMax() && room.take()) {
            return true;
        }
        long staleMicros = moment.timestampMicros() - STALE_MICROS;
        Optional<ReleaseKey> stale = rows.entrySet().stream()
                .filter(row -> row.getValue().last.timestampMicros() < staleMicros)
                .min(Map.Entry.comparingByValue((a, b) -> a.last.compareTo(b.last)))
                .map(Map.Entry::getKey);
        stale.ifPresent(rows::remove);
        overlooked |= stale.isPresent();
        return stale.isPresent();
    }

    private List<Adjustment> unseen(ReleaseKey key, Moment moment, Evidence evidence) {
        Row row = rows.get(key);
        if (row == null) {
            return List.of();
        }
        row.count--;
        if (!row.first.equals(moment)) {
            return List.of();
        }
        boolean isLast = row.count == 0 && !overlooked;
        Optional<Moment> next = isLast ? Optional.empty() : evidence.firstNaming(key, moment);
        if (next.isPresent()) {
            row.first = next.get();
            return reconciled(key, row);
        }
        rows.remove(key);
        room.giveBack(1);
        return row.placed == null ? List.of() : List.of(new Withdrawn(DetectedDeploy.id(service, key)));
    }

    private List<Adjustment> announced(Moment moment, Optional<ReleaseKey> key) {
        firstAnnounced = firstAnnounced.filter(first -> first.isBefore(moment)).or(() -> Optional.of(moment));
        key.map(ReleaseKey::release).ifPresent(release -> {
            if (announcedReleases.containsKey(release) || announcedReleases.size() < policy.releasesMax()) {
                announcedReleases.merge(release, 1L, Long::sum);
            } else {
                announcesMore = true;
            }
        });
        return allReconciled();
    }

    private List<Adjustment> takenBack(Moment moment, Optional<ReleaseKey> key, Evidence evidence) {
        if (firstAnnounced.filter(moment::equals).isPresent()) {
            firstAnnounced = evidence.firstAnnounced(moment);
        }
        key.map(ReleaseKey::release)
                .ifPresent(release ->
                        announcedReleases.computeIfPresent(release, (_, count) -> count == 1 ? null : count - 1));
        return allReconciled();
    }

    private List<Adjustment> allReconciled() {
        List<Adjustment> adjustments = new ArrayList<>();
        rows.forEach((key, row) -> adjustments.addAll(reconciled(key, row)));
        return adjustments;
    }

    /** What makes the detected deploy of a release what it should be. */
    private List<Adjustment> reconciled(ReleaseKey key, Row row) {
        Moment wanted = isAnnounced(key, row.first) ? null : row.first;
        Moment placed = row.placed;
        row.placed = wanted;
        if (wanted == null) {
            return placed == null ? List.of() : List.of(new Withdrawn(DetectedDeploy.id(service, key)));
        }
        if (placed != null && DetectedDeploy.timestampMicros(placed) == DetectedDeploy.timestampMicros(wanted)) {
            return List.of();
        }
        Deploy deploy = DetectedDeploy.of(service, key, wanted);
        return List.of(placed == null ? new Placed(deploy) : new Moved(deploy));
    }

    private boolean isAnnounced(ReleaseKey key, Moment evidence) {
        return firstAnnounced.filter(first -> first.isBefore(evidence)).isPresent()
                || announcesMore
                || announcedReleases.containsKey(key.release());
    }
}
