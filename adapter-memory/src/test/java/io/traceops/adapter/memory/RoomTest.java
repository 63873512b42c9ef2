package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.port.AppendResult;
import io.traceops.application.port.TransitionListener;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who loses events when the store is full, who waits for that, and what a failing listener may break. */
@Timeout(60)
class RoomTest {
    private static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);

    private MemoryLedger ledger = ledger(1_000, _ -> {});
    private final AtomicInteger events = new AtomicInteger();

    @AfterEach
    void audit() {
        LedgerAudit.of(ledger);
    }

    @Test
    void fullStore_ofEqualServices_takesOneEventFromEach() {
        ledger = ledger(2_000, _ -> {});
        for (int i = 0; i < 2_000; i++) {
            append("s" + i % 400);
        }

        append("s7");

        assertThat(count("s7")).isEqualTo(5);
        for (int i = 0; i < 400; i++) {
            assertThat(count("s" + i)).isBetween(4L, 5L);
        }
        assertThat(ledger.event(new EventId("e2000"))).isPresent();
    }

    @Test
    void fullStore_withANoisyService_takesFromThatAlone() {
        append("quiet");
        for (int i = 0; i < 3_000; i++) {
            append("noisy");
        }

        assertThat(count("quiet")).isOne();
        assertThat(ledger.size().events()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void fullStore_whileOthersWriteThousands_aSingleEventDoesNotPayForThem() throws Exception {
        ledger = ledger(100_000, _ -> {});
        for (int i = 0; i < 200; i++) {
            appendMany("large", 500);
        }
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = threads.submit(() -> ledger.read(new ServiceName("large"), _ -> await(reading, mayEnd)));
            reading.await();
            // This writer is about to make room, and waits for the reader; meanwhile others write much more.
            long before = ledger.size().events();
            Future<?> single = threads.submit(() -> append("small"));
            while (ledger.size().events() == before) {
                Thread.onSpinWait();
            }
            appendMany("other", 900);

            mayEnd.countDown();
            reader.get();
            single.get();
        }
        // What the single event left is within one in a hundred, and the next bulk makes up for it.
        assertThat(ledger.size().events()).isBetween(100_001L, 101_000L);
        appendMany("other", 900);
        assertThat(ledger.size().events()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void fullStore_whoseLargestServiceIsBeingRead_takesEventsOfOthers() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            append("large");
        }
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = threads.submit(() -> ledger.read(new ServiceName("large"), _ -> await(reading, mayEnd)));
            reading.await();
            // This writer makes room, and waits for the reader.
            Future<?> first = threads.submit(() -> append("small"));
            while (ledger.size().events() == 1_000) {
                Thread.onSpinWait();
            }

            for (int i = 0; i < 5; i++) {
                append("other");
            }

            assertThat(first.isDone()).isFalse();
            mayEnd.countDown();
            reader.get();
            first.get();
        }
        assertThat(ledger.size().events()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void batch_whoseListenerFails_isStoredAsAWhole() {
        ledger = ledger(1_000, _ -> {
            throw new IllegalStateException("a listener that fails");
        });

        AppendResult result = ledger.appendAll(List.of(error("a", "x"), error("a", "y"), error("b", "z")), 0);

        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        assertThat(count("a")).isEqualTo(2);
        assertThat(count("b")).isOne();
    }

    private static boolean await(CountDownLatch reading, CountDownLatch mayEnd) {
        reading.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private long count(String service) {
        return ledger.read(new ServiceName(service), reading -> reading.eventCount())
                .orElse(0L);
    }

    private void append(String service) {
        List<Entry> entries = new ArrayList<>();
        entries.add(error(service, "e" + events.getAndIncrement()));
        ledger.appendEach(entries, 0);
    }

    private void appendMany(String service, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(error(service, "e" + events.getAndIncrement()));
        }
        ledger.appendEach(entries, 0);
    }

    private Entry error(String service, String id) {
        ErrorEvent error = new ErrorEvent(
                new EventId(id), new ServiceName(service), 1_000_000L + events.get(), "boom", Metadata.EMPTY);
        return ErrorEntry.of(error, true, FINGERPRINTER.group(error));
    }

    private static MemoryLedger ledger(int eventsMax, TransitionListener listener) {
        return new MemoryLedger(
                new MemoryLimits(eventsMax, 10_000, 10_000, 10_000),
                FoldPolicy.DEFAULT,
                new HllDistinctSketches(),
                listener);
    }
}
