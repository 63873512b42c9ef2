package io.traceops.storage.contract;

import static io.traceops.storage.contract.EventSample.at;
import static io.traceops.storage.contract.EventSample.configChange;
import static io.traceops.storage.contract.EventSample.deploy;
import static io.traceops.storage.contract.EventSample.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading runs of events: times inclusive, ties by id, pages that neither repeat nor leave out. */
interface SliceContract extends LedgerHarness {
    List<EventType> TYPES = List.of(EventType.values());

    @Test
    default void slice_timesGiven_areInclusiveAtBothEnds() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), error("e2", "10:01"), deploy("d1", "10:02"), error("e3", "10:03"));

        assertThat(ids(ledger, slice(at("10:01"), at("10:02"), Order.OLDEST_FIRST)))
                .containsExactly("e2", "d1");
        assertThat(ids(ledger, slice(at("10:01"), at("10:02"), Order.NEWEST_FIRST)))
                .containsExactly("d1", "e2");
        assertThat(ids(ledger, slice(at("10:02"), at("10:01"), Order.OLDEST_FIRST)))
                .isEmpty();
    }

    @Test
    default void slice_equalTimes_areOrderedById() {
        OpenLedger ledger = open();
        ledger.appendEach(error("b", "10:00"), deploy("c", "10:00"), configChange("a", "10:00"), error("B", "10:00"));

        assertThat(ids(ledger, slice(0, Long.MAX_VALUE, Order.OLDEST_FIRST))).containsExactly("B", "a", "b", "c");
        assertThat(ids(ledger, slice(0, Long.MAX_VALUE, Order.NEWEST_FIRST))).containsExactly("c", "b", "a", "B");
    }

    @Test
    default void slice_typeGiven_hasOnlyThatType() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "10:00"), deploy("d1", "10:01"), configChange("c1", "10:02"));

        EventSlice deploys = new EventSlice(
                Optional.of(EventType.DEPLOY), 0, Long.MAX_VALUE, Order.OLDEST_FIRST, Optional.empty(), 10);
        assertThat(ids(ledger, deploys)).containsExactly("d1");
    }

    @Test
    default void slice_afterAnEventThatIsGone_goesOnFromItsPlace() {
        OpenLedger ledger = open();
        EventSample middle = error("e2", "10:01");
        ledger.appendEach(error("e1", "10:00"), middle, error("e3", "10:02"));
        ledger.delete("e2");

        EventSlice rest = new EventSlice(
                Optional.empty(), 0, Long.MAX_VALUE, Order.OLDEST_FIRST, Optional.of(middle.moment()), 10);
        assertThat(ids(ledger, rest)).containsExactly("e3");
    }

    @Test
    default void slice_atTheEndsOfTime_findsAll() {
        OpenLedger ledger = open();
        ledger.appendEach(error("e1", "00:00").atMicros(0), error("e2", "00:00").atMicros(Long.MAX_VALUE - 1));

        assertThat(ids(ledger, slice(Long.MIN_VALUE, Long.MAX_VALUE, Order.OLDEST_FIRST)))
                .containsExactly("e1", "e2");
        assertThat(ids(ledger, slice(Long.MIN_VALUE, Long.MAX_VALUE, Order.NEWEST_FIRST)))
                .containsExactly("e2", "e1");
        assertThat(ids(ledger, slice(Long.MIN_VALUE, -1, Order.NEWEST_FIRST))).isEmpty();
    }

    @Test
    default void slice_anySliceOfManyEvents_isWhatSortingGives() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            RandomHistory history = new RandomHistory(random, "h");
            OpenLedger ledger = open();
            List<EventSample> events = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                events.add(history.event(1));
            }
            events.forEach(ledger::append);
            for (int i = 0; i < 1_000; i++) {
                EventSample gone = events.remove(random.nextInt(events.size()));
                ledger.ledger().delete(gone.eventId());
            }
            ServiceName service = events.getFirst().serviceName();
            for (int i = 0; i < 100; i++) {
                EventSlice slice = randomSlice(random);
                List<Event> found =
                        ledger.ledger().read(service, reading -> reading.events(slice)).orElseThrow().stream()
                                .map(stored -> stored.event())
                                .toList();
                assertThat(found).as("seed %d, %s", seed, slice).isEqualTo(sorted(events, slice));
                List<Moment> moments = ledger.ledger()
                        .read(service, reading -> reading.moments(slice))
                        .orElseThrow();
                assertThat(moments).isEqualTo(found.stream().map(Event::moment).toList());
            }
            close(ledger);
        }
    }

    private static EventSlice randomSlice(Random random) {
        Optional<EventType> type =
                random.nextBoolean() ? Optional.empty() : Optional.of(TYPES.get(random.nextInt(TYPES.size())));
        Optional<Moment> after = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Moment(randomMicros(random), new EventId(Integer.toHexString(random.nextInt(4096)))));
        return new EventSlice(
                type,
                random.nextInt(4) == 0 ? Long.MIN_VALUE : randomMicros(random),
                random.nextInt(4) == 0 ? Long.MAX_VALUE : randomMicros(random),
                random.nextBoolean() ? Order.OLDEST_FIRST : Order.NEWEST_FIRST,
                after,
                1 + random.nextInt(random.nextBoolean() ? 10 : 10_000));
    }

    private static long randomMicros(Random random) {
        return random.nextInt(RandomHistory.MINUTES) * 60_000_000L;
    }

    private static List<Event> sorted(List<EventSample> events, EventSlice slice) {
        Comparator<Event> oldestFirst = Comparator.comparing(Event::moment);
        Comparator<Event> order = slice.order() == Order.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed();
        Stream<Event> inTime = events.stream()
                .map(EventSample::event)
                .filter(event -> event.timestampMicros() >= slice.fromMicros())
                .filter(event -> event.timestampMicros() <= slice.toMicros());
        return inTime.filter(event -> slice.type().isEmpty() || slice.type().get() == event.type())
                .filter(event -> slice.after().isEmpty() || isAfter(event.moment(), slice))
                .sorted(order)
                .limit(slice.limit())
                .toList();
    }

    private static boolean isAfter(Moment moment, EventSlice slice) {
        Moment after = slice.after().orElseThrow();
        return switch (slice.order()) {
            case OLDEST_FIRST -> moment.isAfter(after);
            case NEWEST_FIRST -> moment.isBefore(after);
        };
    }

    private static EventSlice slice(long fromMicros, long toMicros, Order order) {
        return new EventSlice(Optional.empty(), fromMicros, toMicros, order, Optional.empty(), 10);
    }

    private static List<String> ids(OpenLedger ledger, EventSlice slice) {
        return ledger
                .ledger()
                .read(new ServiceName(EventSample.SERVICE), reading -> reading.events(slice))
                .orElseThrow()
                .stream()
                .map(stored -> stored.event().id().value())
                .toList();
    }
}
