package io.traceops.application.watch;

import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.event.ServiceName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * One watcher's place in the feed. Used by one thread at a time; closing is safe from any.
 *
 * <p>It takes a run of transitions from the feed at once and hands them out one by one, so that many watchers do not come
 * for the feed's lock at each transition.
 */
public final class Watch implements AutoCloseable {
    private final TransitionFeed feed;
    private final Optional<ServiceName> service;
    private final long startedAt;
    private final Queue<Taken> taken = new ArrayDeque<>();

    /** Up to where the feed was read, and up to where what was read has been handed out. */
    private long position;

    private long heard;
    private boolean closed;

    private record Taken(TransitionNotice notice, long positionAfter) {}

    /**
     * @param position where to begin
     * @param startedAt the end of the feed at the moment, at or after the position
     */
    Watch(TransitionFeed feed, Optional<ServiceName> service, long position, long startedAt) {
        this.feed = feed;
        this.service = service;
        this.position = position;
        this.heard = position;
        this.startedAt = startedAt;
    }

    /** Waits for the next transition, at most for the given time. */
    public Next next(Duration timeout) throws InterruptedException {
        if (taken.isEmpty()) {
            return feed.next(this, timeout);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return handOut();
    }

    /** Where to resume after what was heard so far. */
    public String token() {
        return feed.token(heard);
    }

    @Override
    public void close() {
        feed.leave(this);
    }

    long position() {
        return position;
    }

    /** How far it lags behind the end of the feed. What it resumed with is not held against it. */
    long lag(long end) {
        return end - Math.max(position, startedAt);
    }

    /** Reads the transition at its position, and takes it if it concerns this watcher. */
    void read(TransitionNotice notice) {
        position++;
        if (service.isEmpty() || service.get().equals(notice.state().service())) {
            taken.add(new Taken(notice, position));
        } else if (taken.isEmpty()) {
            heard = position;
        }
    }

    int takenCount() {
        return taken.size();
    }

    /** Hands out the first of what was taken; there must be some. */
    Next handOut() {
        Taken first = taken.remove();
        // What follows and does not concern the watcher was heard as well.
        heard = taken.isEmpty() ? position : first.positionAfter();
        TransitionNotice notice = first.notice();
        return new Next.Happened(
                new IssueTransition(notice.state(), notice.transition(), notice.retracted(), feed.token(heard)));
    }

    /** Guarded by the feed's lock. */
    boolean markClosed() {
        boolean first = !closed;
        closed = true;
        return first;
    }
}
