package io.traceops.adapter.memory;

import io.traceops.application.port.LedgerSize;
import java.util.concurrent.atomic.AtomicLong;

/** How much all services hold together, and what was given up. Thread-safe; the figures of one moment may differ by a step. */
final class Tally {
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong issues = new AtomicLong();
    private final AtomicLong services = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong eventsDropped = new AtomicLong();
    private final AtomicLong issuesDropped = new AtomicLong();
    private final AtomicLong releasesOverlooked = new AtomicLong();

    /** Takes in what became of one service. */
    void replace(Figures before, Figures after) {
        events.addAndGet((long) after.events() - before.events());
        issues.addAndGet((long) after.issues() - before.issues());
        bytes.addAndGet(after.bytes() - before.bytes());
        services.addAndGet((before.isEmpty() ? 1L : 0L) - (after.isEmpty() ? 1L : 0L));
    }

    void addDroppedEvents(int more) {
        eventsDropped.addAndGet(more);
    }

    void addDroppedIssues(int more) {
        issuesDropped.addAndGet(more);
    }

    void addOverlookedRelease() {
        releasesOverlooked.incrementAndGet();
    }

    long events() {
        return events.get();
    }

    long issues() {
        return issues.get();
    }

    LedgerSize size() {
        return new LedgerSize(
                events.get(),
                issues.get(),
                services.get(),
                bytes.get(),
                eventsDropped.get(),
                issuesDropped.get(),
                releasesOverlooked.get());
    }
}
