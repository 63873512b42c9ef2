package io.traceops.storage.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random events of a few services, made to collide: times are whole minutes of a short span, so that many are equal; ids
 * stand in no relation to times; errors are of few kinds, some of them the same on several routes or grouped by the client.
 */
final class RandomHistory {
    /** All events happen in the first so many minutes. */
    static final int MINUTES = 90;

    private static final long MINUTE_MICROS = 60_000_000;

    private final Random random;
    private final String idPrefix;
    private boolean namesReleases;
    private int made;

    /** @param idPrefix keeps the ids apart from those of another history */
    RandomHistory(Random random, String idPrefix) {
        this.random = random;
        this.idPrefix = idPrefix;
    }

    /** Lets some of the events name a release. */
    RandomHistory namingReleases() {
        namesReleases = true;
        return this;
    }

    List<EventSample> events(int countMax, int servicesMax) {
        int count = 1 + random.nextInt(countMax);
        List<EventSample> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(servicesMax));
        }
        return events;
    }

    EventSample event(int servicesMax) {
        String id = Integer.toHexString(random.nextInt(4096)) + idPrefix + made++;
        EventSample sample = switch (random.nextInt(10)) {
            case 0, 1 -> EventSample.deploy(id, "00:00");
            case 2 -> EventSample.configChange(id, "00:00");
            default -> error(id);
        };
        if (namesReleases && random.nextInt(3) == 0) {
            sample = sample.in("v" + random.nextInt(3), random.nextInt(4) == 0 ? "staging" : "");
        }
        return sample.of("service " + random.nextInt(servicesMax))
                .atMicros(random.nextInt(MINUTES) * MINUTE_MICROS + (random.nextInt(4) == 0 ? 1 : 0));
    }

    private EventSample error(String id) {
        EventSample error = EventSample.error(id, "00:00").saying("Failure " + (char) ('a' + random.nextInt(3)));
        if (random.nextBoolean()) {
            error = error.on("/route-" + (char) ('a' + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            error = error.by("user " + random.nextInt(6));
        }
        return random.nextInt(6) == 0 ? error.as("client " + random.nextInt(2)) : error;
    }
}
