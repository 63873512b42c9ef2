package io.traceops.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.AppendResult.Appended;
import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.Receipt.Conflicting;
import io.traceops.application.port.Receipt.Stored;
import io.traceops.application.port.ServiceReading;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at once: the result is that of some sequence, and nobody ever sees half a step. */
@Timeout(120)
interface ConcurrencyContract extends LedgerHarness {
    int THREADS = 4;

    @Test
    default void append_manyThreads_isTheSequentialFold() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<EventSample> history = new ArrayList<>();
            while (history.size() < 600) {
                history.addAll(new RandomHistory(random, "h" + history.size() + "-").events(40, 3));
            }
            OpenLedger sequential = open();
            sequential.ledger().appendEach(LawContract.entries(history), OpenLedger.RECEIVED_AT);

            OpenLedger parallel = open();
            List<Runnable> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                // Each event is told by the thread that it falls to, and about one in four by another one too.
                int self = i;
                List<EventSample> part = history.stream()
                        .filter(event -> Math.floorMod(event.id().hashCode(), THREADS) == self
                                || random.nextInt(4 * THREADS) == 0)
                        .toList();
                Arrival arrival = Arrival.inBatches(new Random(seed * THREADS + i), part, "t" + i);
                threads.add(() -> arrival.into(parallel));
            }
            Together.run(threads);

            long nowMicros = EventSample.at("23:00");
            assertThat(CanonicalText.of(parallel, nowMicros))
                    .as("seed %d", seed)
                    .isEqualTo(CanonicalText.of(sequential, nowMicros));
            close(sequential);
            close(parallel);
        }
    }

    @Test
    default void append_oneIdInManyServices_oneWins() {
        int ids = 2_000;
        OpenLedger ledger = open();
        AtomicIntegerArray winners = new AtomicIntegerArray(ids);
        AtomicInteger unexpected = new AtomicInteger();
        List<Runnable> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String service = "service " + i;
            boolean one = i % 2 == 0;
            threads.add(() -> {
                for (int id = 0; id < ids; id++) {
                    EventSample sample = EventSample.error("e" + id, "10:00").of(service);
                    boolean won = one
                            ? ledger.append(sample) instanceof Stored
                            : ledger.appendAll(sample) instanceof Appended;
                    if (won) {
                        winners.incrementAndGet(id);
                    } else if (one && !ledger.append(sample).equals(new Conflicting())) {
                        unexpected.incrementAndGet();
                    }
                }
            });
        }
        Together.run(threads);

        for (int id = 0; id < ids; id++) {
            assertThat(winners.get(id)).as("winners of id e%d", id).isEqualTo(1);
        }
        assertThat(unexpected).hasValue(0);
        assertThat(ledger.size().events()).isEqualTo(ids);
    }

    @Test
    default void appendAll_overlappingBatchesOfSeveralServices_areAllOrNothing() {
        int rounds = 500;
        int contested = 3;
        OpenLedger ledger = open();
        List<List<Boolean>> appended = new ArrayList<>();
        List<Runnable> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int self = i;
            List<Boolean> mine = new ArrayList<>();
            appended.add(mine);
            threads.add(() -> {
                for (int round = 0; round < rounds; round++) {
                    AppendResult result = ledger.appendAll(contestedBatch(self, round, contested));
                    mine.add(result instanceof Appended);
                }
            });
        }
        Together.run(threads);

        for (int round = 0; round < rounds; round++) {
            int winners = 0;
            for (int thread = 0; thread < THREADS; thread++) {
                boolean won = appended.get(thread).get(round);
                winners += won ? 1 : 0;
                assertThat(ledger.event("own-" + thread + "-" + round).isPresent())
                        .as("thread %d, round %d", thread, round)
                        .isEqualTo(won);
            }
            assertThat(winners).as("winners of round %d", round).isEqualTo(1);
        }
        assertThat(ledger.size().events()).isEqualTo(rounds * (contested + 1L));
    }

    /** Some ids that every thread wants for services of its own, in an order of its own, and one that is its alone. */
    private static EventSample[] contestedBatch(int thread, int round, int contested) {
        List<EventSample> batch = new ArrayList<>();
        batch.add(EventSample.error("own-" + thread + "-" + round, "10:00").of("own " + thread));
        for (int i = 0; i < contested; i++) {
            batch.add(EventSample.error("all-" + i + "-" + round, "10:00")
                    .of("service " + (thread + i) % THREADS)
                    .saying("Failure of thread " + thread));
        }
        Collections.rotate(batch, thread);
        return batch.toArray(new EventSample[0]);
    }

    @Test
    default void read_whileOthersWrite_seesWholeSteps() {
        OpenLedger ledger = open();
        AtomicInteger writing = new AtomicInteger(2);
        AtomicInteger readings = new AtomicInteger();
        List<Runnable> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String thread = "t" + i;
            threads.add(() -> {
                try {
                    writePairs(ledger, thread);
                } finally {
                    writing.decrementAndGet();
                }
            });
            threads.add(() -> {
                while (writing.get() > 0) {
                    ledger.ledger()
                            .read(new ServiceName(EventSample.SERVICE), ConcurrencyContract::assertWhole)
                            .ifPresent(readings::addAndGet);
                }
            });
        }
        Together.run(threads);

        assertThat(readings.get()).as("readings while others wrote").isPositive();
        assertThat(ledger.size().events()).isZero();
    }

    /** Stores errors in pairs of an {@code e} and an {@code f}, and takes the older ones out again, {@code e} first. */
    private static void writePairs(OpenLedger ledger, String thread) {
        for (int i = 0; i < 1_000; i++) {
            String pair = thread + "-" + i;
            ledger.appendAll(
                    EventSample.error("e" + pair, "10:00").by("user " + i % 7).on("/route-" + i % 3),
                    EventSample.error("f" + pair, "10:00").by("user " + i % 7).on("/route-" + i % 3));
            if (i >= 20) {
                String old = thread + "-" + (i - 20);
                ledger.delete("e" + old);
                ledger.delete("f" + old);
            }
        }
        for (int i = 980; i < 1_000; i++) {
            ledger.delete("e" + thread + "-" + i);
            ledger.delete("f" + thread + "-" + i);
        }
    }

    private static int assertWhole(ServiceReading reading) {
        EventSlice errors = new EventSlice(
                Optional.of(EventType.ERROR), 0, Long.MAX_VALUE, Order.OLDEST_FIRST, Optional.empty(), 1_000_000);
        List<EventId> ids =
                reading.moments(errors).stream().map(moment -> moment.id()).toList();
        assertThat(ids).hasSize(Math.toIntExact(reading.eventCount())).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> reading.storedEvent(id).isPresent());
        assertThat(ids)
                .filteredOn(id -> id.value().startsWith("e"))
                .as("half of a batch")
                .allMatch(id -> ids.contains(new EventId("f" + id.value().substring(1))));
        long occurrences = 0;
        int issues = 0;
        for (IssueReading issue : reading.issues()) {
            List<EventId> newest = issue.newestEvents(Integer.MAX_VALUE);
            assertThat(newest).hasSize(Math.toIntExact(issue.state().count()));
            assertThat(newest.getFirst()).isEqualTo(issue.state().last().id());
            assertThat(newest.getLast()).isEqualTo(issue.state().first().id());
            assertThat(issue.uniqueUsers()).isPresent();
            occurrences += issue.state().count();
            issues++;
        }
        assertThat(occurrences).isEqualTo(ids.size());
        assertThat(issues).isEqualTo(Math.toIntExact(reading.issueCount()));
        return 1;
    }

    @Test
    default void retention_manyThreads_losesNothingButWhatItSays() {
        OpenLedger ledger = open(LedgerSettings.ROOMY.withEventsMax(100));
        AtomicInteger stored = new AtomicInteger();
        List<Runnable> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int self = i;
            threads.add(() -> {
                for (int n = 0; n < 1_000; n++) {
                    Receipt receipt = ledger.append(EventSample.error("e" + self + "-" + n, "10:00")
                            .of("service " + (self + n) % 3)
                            .atMicros(EventSample.at("10:00") + n));
                    stored.addAndGet(receipt instanceof Stored ? 1 : 0);
                }
            });
        }
        Together.run(threads);

        assertThat(ledger.size().events()).isLessThanOrEqualTo(100);
        assertThat(ledger.size().events() + ledger.size().eventsDropped()).isEqualTo(stored.get());
        long counted = 0;
        for (ServiceName service : ledger.ledger().services()) {
            counted += ledger.ledger()
                    .read(service, ConcurrencyContract::countOccurrences)
                    .orElseThrow();
        }
        assertThat(counted).isEqualTo(stored.get());
    }

    private static long countOccurrences(ServiceReading reading) {
        long count = 0;
        for (IssueReading issue : reading.issues()) {
            count += issue.state().count();
        }
        return count;
    }
}
