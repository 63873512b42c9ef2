package io.traceops.domain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.release.Adjustment.Moved;
import io.traceops.domain.release.Adjustment.Overlooked;
import io.traceops.domain.release.Adjustment.Placed;
import io.traceops.domain.release.Adjustment.Withdrawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseBookTest {
    private static final ServiceName SERVICE = new ServiceName("checkout");
    private static final int CASES = 2_000;

    /** The events of the service as a store has them, and the detected deploys as the book has them adjusted. */
    private static final class Service implements Evidence, ReleaseBook.Room {
        private final ReleaseBook book;
        private final TreeMap<Moment, Event> events = new TreeMap<>();
        private final Map<String, Long> deploys = new TreeMap<>();
        private int free;

        Service(DetectionPolicy policy, int room) {
            free = room;
            book = new ReleaseBook(SERVICE, policy, this);
        }

        List<Adjustment> add(Event event) {
            events.put(event.moment(), event);
            return apply(book.added(event.type(), event.moment(), ReleaseKey.of(event)));
        }

        List<Adjustment> remove(Event event) {
            events.remove(event.moment());
            return apply(book.removed(event, this));
        }

        private List<Adjustment> apply(List<Adjustment> adjustments) {
            for (Adjustment adjustment : adjustments) {
                switch (adjustment) {
                    case Placed placed ->
                        assertThat(deploys.put(
                                        placed.deploy().id().value(),
                                        placed.deploy().timestampMicros()))
                                .as("not placed twice")
                                .isNull();
                    case Moved moved ->
                        assertThat(deploys.put(
                                        moved.deploy().id().value(),
                                        moved.deploy().timestampMicros()))
                                .as("placed before, elsewhere")
                                .isNotNull()
                                .isNotEqualTo(moved.deploy().timestampMicros());
                    case Withdrawn withdrawn ->
                        assertThat(deploys.remove(withdrawn.id().value()))
                                .as("placed before")
                                .isNotNull();
                    case Overlooked _ -> {}
                }
            }
            return adjustments;
        }

        @Override
        public Optional<Moment> firstNaming(ReleaseKey key, Moment exclusive) {
            return after(exclusive)
                    .filter(event -> event.type() != EventType.DEPLOY)
                    .filter(event -> ReleaseKey.of(event).filter(key::equals).isPresent())
                    .map(Event::moment)
                    .findFirst();
        }

        @Override
        public Optional<Moment> firstAnnounced(Moment exclusive) {
            return after(exclusive)
                    .filter(event -> event.type() == EventType.DEPLOY)
                    .map(Event::moment)
                    .findFirst();
        }

        private Stream<Event> after(Moment exclusive) {
            return events.tailMap(exclusive, false).values().stream();
        }

        @Override
        public boolean take() {
            return free-- > 0;
        }

        @Override
        public void giveBack(int releases) {
            free += releases;
        }
    }

    @Test
    void book_anyOrderAndDeletions_dependsOnTheSetAlone() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Event> kept = randomEvents(random, "k");
            Service inOrder = new Service(DetectionPolicy.DEFAULT, 100);
            kept.forEach(inOrder::add);

            List<Event> passing = randomEvents(random, "p");
            List<Event> all = new ArrayList<>(kept);
            all.addAll(passing);
            Collections.shuffle(all, random);
            Service scrambled = new Service(DetectionPolicy.DEFAULT, 100);
            all.forEach(scrambled::add);
            Collections.shuffle(passing, random);
            passing.forEach(scrambled::remove);

            assertThat(scrambled.deploys).as("seed %d", seed).isEqualTo(inOrder.deploys);
            assertThat(scrambled.book.size()).as("seed %d", seed).isEqualTo(inOrder.book.size());
            assertThat(scrambled.free).as("room, seed %d", seed).isEqualTo(inOrder.free);
        }
    }

    @Test
    void added_detectedDeploy_isNoAnnouncement() {
        Service service = new Service(DetectionPolicy.DEFAULT, 9);
        service.add(error("e1", 5, "v1"));
        Event detected = DetectedDeploy.of(SERVICE, new ReleaseKey("", "v0"), new Moment(3, new EventId("x")));

        assertThat(service.add(detected)).isEmpty();
        assertThat(service.remove(detected)).isEmpty();
        assertThat(service.add(error("e2", 6, "v2"))).hasOnlyElementsOfType(Placed.class);
    }

    @Test
    void added_noRoomLeft_isOverlookedAndForgottenAgain() {
        Service service = new Service(DetectionPolicy.DEFAULT, 1);
        service.add(error("e1", 5, "v1"));

        assertThat(service.add(error("e2", 6, "v2"))).containsExactly(new Overlooked(new ReleaseKey("", "v2")));
        assertThat(service.remove(error("e2", 6, "v2"))).isEmpty();
        assertThat(service.deploys).hasSize(1);
    }

    @Test
    void added_noRoomLeft_takesThePlaceOfAReleaseThatNobodyNamedFor30Days() {
        Service service = new Service(new DetectionPolicy(true, 2), 9);
        long day = 86_400_000_000L;
        service.add(error("e1", day, "v1"));
        service.add(error("e2", 2 * day, "v2"));
        service.add(error("e3", 3 * day, "v1"));

        assertThat(service.add(error("e4", 31 * day, "v3"))).hasOnlyElementsOfType(Overlooked.class);
        assertThat(service.add(error("e5", 32 * day + 1, "v3"))).hasOnlyElementsOfType(Placed.class);
        assertThat(service.book.size()).isEqualTo(2);
        assertThat(service.add(error("e6", 32 * day + 2, "v1")))
                .as("is still known")
                .isEmpty();
        assertThat(service.remove(error("e5", 32 * day + 1, "v3")))
                .as("e4 takes over")
                .hasOnlyElementsOfType(Withdrawn.class);
    }

    @Test
    void added_moreAnnouncedReleasesThanAreTold_stillEndTheDetection() {
        Service service = new Service(new DetectionPolicy(true, 1), 9);
        service.add(deploy("d1", 7, "v1"));
        service.add(deploy("d2", 8, "v2"));
        service.add(deploy("d3", 9, "v1"));

        assertThat(service.add(error("e1", 10, "v3"))).isEmpty();
        assertThat(service.add(error("e2", 6, "v3")))
                .as("it may be one of those")
                .isEmpty();
    }

    @Test
    void book_switchedOff_saysNothing() {
        Service service = new Service(DetectionPolicy.OFF, 9);

        assertThat(service.add(error("e1", 5, "v1"))).isEmpty();
        assertThat(service.remove(error("e1", 5, "v1"))).isEmpty();
        assertThat(service.book.size()).isZero();
    }

    @Test
    void removed_eventWithoutRelease_changesNothing() {
        Service service = new Service(DetectionPolicy.DEFAULT, 9);
        Event silent = Event.of(EventType.ERROR, new EventId("e1"), SERVICE, 1, "", Metadata.EMPTY);
        service.add(silent);

        assertThat(service.remove(silent)).isEmpty();
    }

    @Test
    void close_givesAllRoomBack() {
        Service service = new Service(DetectionPolicy.DEFAULT, 9);
        service.add(error("e1", 5, "v1"));
        service.add(error("e2", 5, "v2"));

        service.book.close();

        assertThat(service.free).isEqualTo(9);
        assertThat(service.book.size()).isZero();
    }

    @Test
    void detectedDeploy_namesWhereItWasSeen() {
        Moment evidence = new Moment(1_000, new EventId("e1"));

        assertThat(DetectedDeploy.of(SERVICE, new ReleaseKey("production", "v1"), evidence))
                .satisfies(deploy -> {
                    assertThat(deploy.message()).isEqualTo("First seen: v1 in production");
                    assertThat(deploy.timestampMicros()).isEqualTo(999);
                    assertThat(deploy.metadata().release()).contains("v1");
                    assertThat(deploy.metadata().environment()).contains("production");
                });
        assertThat(DetectedDeploy.of(SERVICE, new ReleaseKey("", "v1"), evidence))
                .satisfies(deploy -> {
                    assertThat(deploy.message()).isEqualTo("First seen: v1");
                    assertThat(deploy.metadata().environment()).isEmpty();
                });
    }

    @Test
    void stale_severalReleases_theOneNamedLongestAgoGivesWay() {
        Service service = new Service(new DetectionPolicy(true, 3), 9);
        long day = 86_400_000_000L;
        service.add(error("e1", 2 * day, "v1"));
        service.add(error("e2", day, "v2"));
        service.add(error("e3", 3 * day, "v3"));

        assertThat(service.add(error("e4", 31 * day, "v4")))
                .as("30 days are not more than 30")
                .hasOnlyElementsOfType(Overlooked.class);
        assertThat(service.add(error("e5", 40 * day, "v4"))).hasOnlyElementsOfType(Placed.class);
        assertThat(service.add(error("e6", 40 * day, "v1")))
                .as("v1 is still known")
                .isEmpty();
        assertThat(service.add(error("e7", 40 * day, "v3")))
                .as("v3 is still known")
                .isEmpty();
        assertThat(service.add(error("e8", 40 * day, "v2"))).as("v2 gave way").hasOnlyElementsOfType(Overlooked.class);
    }

    @Test
    void id_ofADetectedDeploy_isTheDigestOfItsParts() {
        assertThat(DetectedDeploy.id(SERVICE, new ReleaseKey("production", "v1"))
                        .value())
                .isEqualTo("detected:51a8cf5055cb7f255a96720b861e90c9");
    }

    @Test
    void id_partsThatOnlyJoinAlike_differ() {
        assertThat(DetectedDeploy.id(SERVICE, new ReleaseKey("ab", "c")))
                .isNotEqualTo(DetectedDeploy.id(SERVICE, new ReleaseKey("a", "bc")))
                .isEqualTo(DetectedDeploy.id(SERVICE, new ReleaseKey("ab", "c")));
    }

    @Test
    void policy_withoutAnyRelease_isRefused() {
        assertThatThrownBy(() -> new DetectionPolicy(true, 0)).hasMessageContaining("allowed 1 or more");
    }

    private static List<Event> randomEvents(Random random, String prefix) {
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String id = Integer.toHexString(random.nextInt()) + prefix + i;
            String release = random.nextInt(5) == 0 ? "" : "v" + random.nextInt(3);
            long micros = random.nextInt(10);
            events.add(random.nextInt(6) == 0 ? deploy(id, micros, release) : error(id, micros, release));
        }
        return events;
    }

    private static Event error(String id, long micros, String release) {
        return event(EventType.ERROR, id, micros, release);
    }

    private static Event deploy(String id, long micros, String release) {
        return event(EventType.DEPLOY, id, micros, release);
    }

    private static Event event(EventType type, String id, long micros, String release) {
        Map<String, JsonValue> members = release.isEmpty() ? Map.of() : Map.of("release", new JsonString(release));
        return Event.of(type, new EventId(id), SERVICE, micros, "", new Metadata(new JsonObject(members)));
    }
}
