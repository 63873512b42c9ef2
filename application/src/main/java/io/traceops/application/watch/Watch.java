package io.traceops.application.watch;

import io.traceops.domain.event.ServiceName;
import java.time.Duration;
import java.util.Optional;

/** One watcher's place in the feed. Used by one thread at a time; closing is safe from any. */
public final class Watch implements AutoCloseable {
    private final TransitionFeed feed;
    private final Optional<ServiceName> service;
    private long position;
    private boolean closed;

    Watch(TransitionFeed feed, Optional<ServiceName> service, long position) {
        this.feed = feed;
        this.service = service;
        this.position = position;
    }

    /** Waits for the next transition, at most for the given time. */
    public Next next(Duration timeout) throws InterruptedException {
        return feed.next(this, timeout);
    }

    /** Where to resume after what was heard so far. */
    public String token() {
        return feed.token(position);
    }

    @Override
    public void close() {
        feed.leave(this);
    }

    boolean concerns(ServiceName candidate) {
        return service.isEmpty() || service.get().equals(candidate);
    }

    long position() {
        return position;
    }

    void moveTo(long newPosition) {
        position = newPosition;
    }

    /** Guarded by the feed's lock. */
    boolean markClosed() {
        boolean first = !closed;
        closed = true;
        return first;
    }
}
