package io.traceops.adapter.memory;

import io.traceops.adapter.memory.BoundNotices.Bound;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes room once the ledger holds more than it may.
 *
 * <p>Events: the service that holds the most loses its oldest, so that a noisy service cannot push out a quiet one. Issues:
 * those that were seen longest ago go first, but only once none of their occurrences is stored; if there is none such, the
 * service with the most issues loses events until there is.
 *
 * <p>Runs in the thread of the writer that went beyond the bound, after it has given its locks back: that slows down who
 * writes too much and nobody else. It holds the lock of one service at a time, for one portion, so that nobody waits for
 * more than a portion. Thread-safe; one thread at a time makes room and the others that need some wait for it, so no bound
 * is exceeded by more than what is being written at the moment.
 */
final class Retention {
    /** What is given up at once is this fraction of the whole, so that a large store does not look for room at each event. */
    private static final int PORTIONS = 1024;

    /** The most that is given up while holding the lock of a service: about a millisecond's worth. */
    private static final int PORTION_MAX = 256;

    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final ReentrantLock turn = new ReentrantLock();

    Retention(LedgerCore core, ServiceDirectory directory) {
        this.core = core;
        this.directory = directory;
    }

    /** To be called without holding any lock of a service. */
    void makeRoom() {
        if (hasTooManyEvents() || hasTooManyIssues()) {
            turn.lock();
            try {
                dropEvents();
                forgetIssues();
            } finally {
                turn.unlock();
            }
        }
    }

    private boolean hasTooManyEvents() {
        return core.tally().events() > core.limits().eventsMax();
    }

    private boolean hasTooManyIssues() {
        return core.tally().issues() > core.limits().issuesMax();
    }

    private void dropEvents() {
        while (hasTooManyEvents()) {
            core.notices().reached(Bound.EVENTS, core.limits().eventsMax());
            largest(Comparator.comparingInt(Figures::events)).ifPresent(this::dropOldestEvents);
        }
    }

    private void forgetIssues() {
        while (hasTooManyIssues()) {
            core.notices().reached(Bound.ISSUES, core.limits().issuesMax());
            Optional<ServiceShard> longestAgo = largest(
                    Comparator.comparingLong(Figures::dormantSinceMicros).reversed());
            boolean canForget = longestAgo
                    .filter(shard -> shard.figures().dormantSinceMicros() < Long.MAX_VALUE)
                    .isPresent();
            if (canForget) {
                longestAgo.ifPresent(this::forgetDormantIssues);
            } else {
                largest(Comparator.comparingInt(Figures::issues)).ifPresent(this::dropEventsOfOldestIssue);
            }
        }
    }

    private Optional<ServiceShard> largest(Comparator<Figures> order) {
        return directory.all().stream().max(Comparator.comparing(ServiceShard::figures, order));
    }

    private void dropOldestEvents(ServiceShard shard) {
        if (directory.enter(shard)) {
            try {
                core.tally()
                        .addDroppedEvents(
                                shard.settleOldest(portion(core.limits().eventsMax())));
            } finally {
                directory.leave(shard);
            }
        }
    }

    private void dropEventsOfOldestIssue(ServiceShard shard) {
        if (directory.enter(shard)) {
            try {
                core.tally().addDroppedEvents(shard.settleUntilDormant(PORTION_MAX));
            } finally {
                directory.leave(shard);
            }
        }
    }

    private void forgetDormantIssues(ServiceShard shard) {
        if (directory.enter(shard)) {
            try {
                core.tally()
                        .addDroppedIssues(
                                shard.forgetDormant(portion(core.limits().issuesMax())));
            } finally {
                directory.leave(shard);
            }
        }
    }

    private static int portion(int max) {
        return Math.clamp(max / PORTIONS, 1, PORTION_MAX);
    }
}
