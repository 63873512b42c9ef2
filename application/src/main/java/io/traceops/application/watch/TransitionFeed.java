package io.traceops.application.watch;

import io.traceops.application.port.TransitionListener;
import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.ServiceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands transitions on to watchers.
 *
 * <p>The latest transitions stand in one ring that all watchers read, each at its own place; so a watcher costs nothing but
 * its place, and a slow one holds nobody up. One that falls too far behind is cut off with a token that is still good,
 * because the ring is longer than the lag that is allowed. Only if more happens at once than the ring holds, it is told that
 * what it has missed is gone.
 *
 * <p>A resolution that is still to be verified by silence waits here until its time has come. If the issue comes back
 * before, the ledger retracts it, and no watcher ever hears of it. Nobody has to wake the feed for this: watchers look at
 * what is due when they wait, and so does whoever publishes. Of what is due, each publishes a portion only.
 *
 * <p>Thread-safe, under one lock that is held for moments: for the transitions of one step, or for a run of those that a
 * watcher reads. A ledger calls with a service locked, so nothing that many watchers or a long backlog cost is done then.
 */
public final class TransitionFeed implements TransitionListener {
    /** The most that a watcher reads, and the most due resolutions that are published, without letting others in. */
    static final int RUN_MAX = 256;

    private final WatchPolicy policy;
    private final InstantSource clock;
    private final TokenCodec tokens;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final TransitionNotice[] ring;
    /** The number of the next transition; the ring holds the ones before it. */
    private long end;

    private final PendingTransitions pending;
    private int watchers;
    private long cutOffs;

    /** @param feedId tells this feed's tokens from those of another run of the server */
    public TransitionFeed(WatchPolicy policy, InstantSource clock, String feedId) {
        this.policy = policy;
        this.clock = clock;
        this.tokens = new TokenCodec(feedId);
        this.ring = new TransitionNotice[policy.keptMax()];
        this.pending = new PendingTransitions(policy.pendingMax(), policy.keptMax());
    }

    /**
     * Begins to watch.
     *
     * @param token where to resume; absent to hear only what happens from now on
     * @param service only this service's issues; absent for all
     */
    public Watching watch(Optional<String> token, Optional<ServiceName> service) {
        lock.lock();
        try {
            if (watchers >= policy.watchersMax()) {
                return new Watching.TooManyWatchers(policy.watchersMax());
            }
            long position = end;
            if (token.isPresent()) {
                Optional<TokenCodec.Position> read = tokens.decode(token.get());
                if (read.isEmpty() || (read.get().ofThisFeed() && read.get().position() > end)) {
                    return new Watching.UnknownToken();
                }
                if (!read.get().ofThisFeed() || read.get().position() < oldestKept()) {
                    return new Watching.ExpiredToken();
                }
                position = read.get().position();
            }
            watchers++;
            return new Watching.Started(new Watch(this, service, position, end));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void transitioned(List<TransitionNotice> notices) {
        lock.lock();
        try {
            long endBefore = end;
            OptionalLong firstDueBefore = pending.firstDueMicros();
            long nowMicros = Micros.of(clock.instant());
            pending.takeDue(nowMicros, RUN_MAX, this::publish);
            notices.forEach(notice -> take(notice, nowMicros));
            if (end != endBefore || !pending.firstDueMicros().equals(firstDueBefore)) {
                published.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void take(TransitionNotice notice, long nowMicros) {
        if (notice.retracted() && pending.retract(notice, nowMicros)) {
            return;
        }
        if (!notice.retracted() && notice.transition().effectiveMicros() > nowMicros) {
            pending.add(notice);
            return;
        }
        pending.takeDueOf(notice, nowMicros, this::publish);
        publish(notice);
    }

    public int watchers() {
        lock.lock();
        try {
            return watchers;
        } finally {
            lock.unlock();
        }
    }

    /** How many watchers were cut off because they were too slow. */
    public long cutOffs() {
        lock.lock();
        try {
            return cutOffs;
        } finally {
            lock.unlock();
        }
    }

    /** How many resolutions were not told because too many were waiting for their verification. */
    public long pendingOverflows() {
        lock.lock();
        try {
            return pending.overflows();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next run for a watcher, and waits for one if there is none. */
    Next next(Watch watch, Duration timeout) throws InterruptedException {
        long nanosLeft = timeout.toNanos();
        while (true) {
            // Taken anew for each run, so that who reads past much that does not concern it lets others in.
            lock.lockInterruptibly();
            try {
                boolean moreIsDue = publishDue();
                if (watch.position() < oldestKept() || watch.lag(end) > policy.lagMax()) {
                    return cutOff(watch);
                }
                read(watch);
                if (watch.takenCount() > 0) {
                    return watch.handOut();
                }
                if (watch.position() == end && !moreIsDue) {
                    if (nanosLeft <= 0) {
                        return new Next.Nothing();
                    }
                    long wait = Math.min(nanosLeft, nanosUntilDue());
                    nanosLeft -= wait - Math.max(0, published.awaitNanos(wait));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private Next cutOff(Watch watch) {
        cutOffs++;
        return watch.position() < oldestKept() ? new Next.Expired() : new Next.CutOff(tokens.encode(watch.position()));
    }

    private void read(Watch watch) {
        long runEnd = Math.min(end, watch.position() + RUN_MAX);
        while (watch.position() < runEnd) {
            watch.read(ring[(int) (watch.position() % ring.length)]);
        }
    }

    String token(long position) {
        return tokens.encode(position);
    }

    void leave(Watch watch) {
        lock.lock();
        try {
            if (watch.markClosed()) {
                watchers--;
            }
        } finally {
            lock.unlock();
        }
    }

    private void publish(TransitionNotice notice) {
        ring[(int) (end % ring.length)] = notice;
        end++;
    }

    /** Publishes a portion of what is due, and says whether there is more. */
    private boolean publishDue() {
        long endBefore = end;
        long nowMicros = Micros.of(clock.instant());
        pending.takeDue(nowMicros, RUN_MAX, this::publish);
        if (end != endBefore) {
            published.signalAll();
        }
        return pending.hasDue(nowMicros);
    }

    private long nanosUntilDue() {
        OptionalLong firstDueMicros = pending.firstDueMicros();
        if (firstDueMicros.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long micros = firstDueMicros.getAsLong() - Micros.of(clock.instant());
        return Math.max(1, TimeUnit.MICROSECONDS.toNanos(micros));
    }

    private long oldestKept() {
        return Math.max(0, end - ring.length);
    }
}
