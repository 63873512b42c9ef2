package io.traceops.adapter.memory;

import io.traceops.adapter.memory.BoundNotices.Bound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes room once the ledger holds more than it may.
 *
 * <p>Events: the services that hold the most lose their oldest, down to a common level, so that a noisy service cannot push
 * out a quiet one and services of one size lose the same. Issues: those that were seen longest ago go first, but only once
 * none of their occurrences is stored; if there is none such, the service with the most issues loses events until there
 * is.
 *
 * <p>Runs in the thread of the writer that went beyond the bound, after it has given its locks back: that slows down who
 * writes too much and nobody else. A writer gives up twice as many events as it wrote and a few more, so that one who
 * writes a single event does not pay for those who write thousands, and they make up for what was left. It holds the lock
 * of one service at a time, for one portion, so that nobody waits for more than a portion.
 *
 * <p>Thread-safe. One thread at a time makes room. The others go on meanwhile, since that thread may have to wait for a
 * service that is being read; only when a bound is exceeded by more than one in {@link #OVERSHOOT_SHARE} do they wait for
 * it. By so much a bound may stay exceeded until the next writer comes.
 */
final class Retention {
    /** What is given up at once is this fraction of the whole, so that a large store does not look for room at each event. */
    private static final int PORTIONS = 1024;

    /** The most that is given up while holding the lock of a service: about a millisecond's worth. */
    private static final int PORTION_MAX = 256;

    /** The most that one writer gives up beyond twice as much as it wrote: it leaves the rest to those who write more. */
    private static final int TAKEN_OVER_MAX = PORTION_MAX;

    /** By what part of itself a bound may be exceeded while somebody is making room. */
    private static final int OVERSHOOT_SHARE = 100;

    private final LedgerCore core;
    private final ServiceDirectory directory;
    private final ReentrantLock turn = new ReentrantLock();

    Retention(LedgerCore core, ServiceDirectory directory) {
        this.core = core;
        this.directory = directory;
    }

    /**
     * To be called without holding any lock of a service.
     *
     * @param written how many events the caller has just stored
     */
    void makeRoom(int written) {
        long left = 2L * written + TAKEN_OVER_MAX;
        // Asked again after each turn: who wrote meanwhile may have left the room to be made to this thread.
        while (left > 0 && (hasTooManyEvents(0) || hasTooManyIssues(0)) && takeTurn()) {
            try {
                left -= dropEvents(left);
                forgetIssues();
            } finally {
                turn.unlock();
            }
        }
    }

    /** False if another thread is making room and there is no need to wait for it. */
    private boolean takeTurn() {
        if (turn.tryLock()) {
            return true;
        }
        boolean mustWait = hasTooManyEvents(core.limits().eventsMax() / OVERSHOOT_SHARE)
                || hasTooManyIssues(core.limits().issuesMax() / OVERSHOOT_SHARE);
        if (mustWait) {
            turn.lock();
        }
        return mustWait;
    }

    private boolean hasTooManyEvents(int overshoot) {
        return core.tally().events() > (long) core.limits().eventsMax() + overshoot;
    }

    private boolean hasTooManyIssues(int overshoot) {
        return core.tally().issues() > (long) core.limits().issuesMax() + overshoot;
    }

    /** Drops at most so many, and says how many it dropped. */
    private long dropEvents(long most) {
        long dropped = 0;
        while (dropped < most && hasTooManyEvents(0)) {
            core.notices().reached(Bound.EVENTS, core.limits().eventsMax());
            long excess = core.tally().events() - core.limits().eventsMax();
            // Beyond the excess, so that the services are not looked through again at the next event.
            dropped += levelDown(
                    Math.min(most - dropped, excess + portion(core.limits().eventsMax()) - 1));
        }
        return dropped;
    }

    /** Drops so many events from the largest services, down to a level that all of these share; fewer if others drop too. */
    private long levelDown(long count) {
        List<ServiceShard> largestFirst = directory.all().stream()
                .sorted(Comparator.comparingInt(
                                (ServiceShard shard) -> shard.figures().events())
                        .reversed())
                .toList();
        int level = level(largestFirst, count);
        // What is above the level is more than is to be dropped, what is above the next level less.
        long left = count;
        for (int floor = level + 1; floor >= level && left > 0; floor--) {
            for (int i = 0; i < largestFirst.size() && left > 0; i++) {
                ServiceShard shard = largestFirst.get(i);
                long above = Math.min(left, (long) shard.figures().events() - floor);
                left -= dropOldestEvents(shard, above);
            }
        }
        return count - left;
    }

    /** The highest level above which the services hold at least so many events; 0 if there is none. */
    private static int level(List<ServiceShard> largestFirst, long count) {
        long sum = 0;
        for (int i = 0; i < largestFirst.size(); i++) {
            sum += largestFirst.get(i).figures().events();
            int next = i + 1 < largestFirst.size()
                    ? largestFirst.get(i + 1).figures().events()
                    : 0;
            // Down to the next smaller service, the first i + 1 ones give up what they hold above it.
            if (sum - (i + 1L) * next >= count) {
                return (int) Math.max(0, (sum - count) / (i + 1));
            }
        }
        return 0;
    }

    private void forgetIssues() {
        while (hasTooManyIssues(0)) {
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

    /** In portions, each under a lock of its own. Says how many there were. */
    private long dropOldestEvents(ServiceShard shard, long count) {
        long dropped = 0;
        while (dropped < count && directory.enter(shard)) {
            int settled;
            try {
                settled = shard.settleOldest((int) Math.min(PORTION_MAX, count - dropped));
            } finally {
                directory.leave(shard);
            }
            core.tally().addDroppedEvents(settled);
            dropped += settled;
            if (settled == 0) {
                break;
            }
        }
        return dropped;
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
