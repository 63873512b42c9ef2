package io.traceops.application.watch;

import io.traceops.application.port.TransitionListener;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Transition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands transitions on to watchers.
 *
 * <p>The latest transitions stand in one ring that all watchers read, each at its own place; so a watcher costs nothing but
 * its place, and a slow one holds nobody up. One that falls too far behind is cut off with a token that is still good,
 * because the ring is longer than the lag that is allowed.
 *
 * <p>A resolution that is still to be verified by silence waits here until its time has come. If the issue comes back
 * before, the ledger retracts it, and no watcher ever hears of it. Nobody has to wake the feed for this: watchers look at
 * what is due when they wait, and so does whoever publishes.
 *
 * <p>Thread-safe, under one lock that is held for moments.
 */
public final class TransitionFeed implements TransitionListener {
    private final WatchPolicy policy;
    private final InstantSource clock;
    private final TokenCodec tokens;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final Published[] ring;
    /** The number of the next transition; the ring holds the ones before it. */
    private long end;

    private final TreeSet<Pending> pendingByTime = new TreeSet<>(
            Comparator.<Pending>comparingLong(waiting -> waiting.transition().effectiveMicros())
                    .thenComparingLong(Pending::number));
    private final Map<PendingKey, Pending> pending = new HashMap<>();
    private long pendingCount;
    private int watchers;
    private long pendingOverflows;
    private long cutOffs;

    private record Published(IssueState state, Transition transition, boolean retracted) {}

    private record PendingKey(IssueId issue, Transition transition) {}

    private record Pending(IssueState state, Transition transition, long number) {
        PendingKey key() {
            return new PendingKey(state.id(), transition);
        }
    }

    /** @param feedId tells this feed's tokens from those of another run of the server */
    public TransitionFeed(WatchPolicy policy, InstantSource clock, String feedId) {
        this.policy = policy;
        this.clock = clock;
        this.tokens = new TokenCodec(feedId);
        this.ring = new Published[policy.keptMax()];
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
            return new Watching.Started(new Watch(this, service, position));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void transitioned(IssueState state, Transition transition, boolean retracted) {
        lock.lock();
        try {
            publishDue();
            if (retracted) {
                retract(state, transition);
            } else if (transition.effectiveMicros() > Micros.of(clock.instant())) {
                postpone(new Pending(state, transition, pendingCount++));
            } else {
                publish(new Published(state, transition, false));
            }
        } finally {
            lock.unlock();
        }
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
            return pendingOverflows;
        } finally {
            lock.unlock();
        }
    }

    Next next(Watch watch, Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanosLeft = timeout.toNanos();
            while (true) {
                publishDue();
                if (end - watch.position() > policy.lagMax()) {
                    cutOffs++;
                    return new Next.CutOff(tokens.encode(watch.position()));
                }
                Optional<IssueTransition> next = advance(watch);
                if (next.isPresent()) {
                    return new Next.Happened(next.get());
                }
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

    /** Steps over what does not concern the watcher. */
    private Optional<IssueTransition> advance(Watch watch) {
        while (watch.position() < end) {
            Published next = ring[(int) (watch.position() % ring.length)];
            watch.moveTo(watch.position() + 1);
            if (watch.concerns(next.state().service())) {
                return Optional.of(new IssueTransition(
                        next.state(), next.transition(), next.retracted(), tokens.encode(watch.position())));
            }
        }
        return Optional.empty();
    }

    private void publish(Published transition) {
        ring[(int) (end % ring.length)] = transition;
        end++;
        published.signalAll();
    }

    private void retract(IssueState state, Transition transition) {
        Pending waiting = pending.remove(new PendingKey(state.id(), transition));
        if (waiting == null) {
            publish(new Published(state, transition, true));
        } else {
            pendingByTime.remove(waiting);
        }
    }

    private void postpone(Pending waiting) {
        if (pending.size() >= policy.pendingMax()) {
            pendingOverflows++;
            return;
        }
        if (pending.putIfAbsent(waiting.key(), waiting) == null) {
            pendingByTime.add(waiting);
            published.signalAll();
        }
    }

    private void publishDue() {
        long nowMicros = Micros.of(clock.instant());
        while (!pendingByTime.isEmpty() && pendingByTime.first().transition().effectiveMicros() <= nowMicros) {
            Pending due = pendingByTime.removeFirst();
            pending.remove(due.key());
            publish(new Published(due.state(), due.transition(), false));
        }
    }

    private long nanosUntilDue() {
        if (pendingByTime.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long micros = pendingByTime.first().transition().effectiveMicros() - Micros.of(clock.instant());
        return Math.max(1, TimeUnit.MICROSECONDS.toNanos(micros));
    }

    private long oldestKept() {
        return Math.max(0, end - ring.length);
    }
}
